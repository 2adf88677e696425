package io.parley.session.room.document;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "contract.pdf, contract.pdf",
        "Contract.PDF, Contract.pdf",
        "../../etc/passwd, passwd.pdf",
        "C:\\Users\\anna\\scan.pdf, scan.pdf",
        "'', document.pdf",
        "..., document.pdf",
        "invoice.exe, invoice.exe.pdf",
        "a\u202efdp.exe, afdp.exe.pdf",
        "'a\"b;c.pdf', a_b_c.pdf",
        "Vertrag für Müller.pdf, Vertrag für Müller.pdf"
    })
    void aNameIsMadeHarmless(String sent, String kept) {
        assertThat(FileName.clean(sent, ContentKind.PDF)).isEqualTo(kept);
    }

    @Test
    void noHeaderCanBeSmuggledInAndNoNameIsEndless() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x=y.pdf", ContentKind.PDF)).doesNotContain("\r", "\n");
        assertThat(FileName.clean("😀".repeat(1000), ContentKind.PNG)).hasSizeLessThan(250);
        assertThat(FileName.clean(null, ContentKind.TEXT)).isEqualTo("document.txt");
    }

    @Test
    void theHeaderNamesItForOldAndNewBrowsers() {
        assertThat(FileName.attachment("für Sie.pdf"))
                .isEqualTo("attachment; filename=\"f_r Sie.pdf\"; filename*=UTF-8''f%C3%BCr%20Sie.pdf");
    }
}
