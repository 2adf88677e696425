package io.parley.notification.testing;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that a server made for itself, for one host name, by the JDK's own tool. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final File store;
    private final File pem;

    private Certificates(File store, File pem) {
        this.store = store;
        this.pem = pem;
    }

    public static Certificates of(String host, File folder) throws IOException, InterruptedException {
        var made = new Certificates(new File(folder, host + ".p12"), new File(folder, host + ".pem"));
        made.keytool(
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host);
        made.keytool("-exportcert", "-alias", "server", "-rfc", "-file", made.pem.toString());
        return made;
    }

    /** Who trusts this file trusts the server. */
    public File pem() {
        return pem;
    }

    public SSLContext server() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                new File(System.getProperty("java.home"), "bin/keytool").toString(),
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(1, List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
