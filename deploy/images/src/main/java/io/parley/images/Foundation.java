package io.parley.images;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;

/**
 * What all images have in common: where they begin, who runs them, what they say of themselves.
 *
 * @param base a reference in a registry, or {@code tar:} and the path of an image archive
 * @param platform what it is to run on, such as {@code linux/arm64}; the base must be there for it
 */
record Foundation(String base, Platform platform, String version) {

    static final AbsoluteUnixPath HOME = AbsoluteUnixPath.get("/app");

    /** A number, so that Kubernetes can see that it is not root; the chart names the same. */
    private static final String USER = "10001:10001";

    JibContainerBuilder of(String name) throws InvalidImageReferenceException {
        return from().setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(platform))
                // Not the moment of the build: that would make each build another image.
                .setCreationTime(Instant.EPOCH)
                .setUser(USER)
                .setWorkingDirectory(HOME)
                .setLabels(Map.of(
                        "org.opencontainers.image.title",
                        "parley/" + name,
                        "org.opencontainers.image.version",
                        version,
                        "org.opencontainers.image.licenses",
                        "Apache-2.0",
                        "io.parley.sbom",
                        HOME.resolve("sbom.json").toString()));
    }

    private JibContainerBuilder from() throws InvalidImageReferenceException {
        return base.startsWith("tar:")
                ? Jib.from(TarImage.at(Path.of(base.substring("tar:".length()))))
                : Jib.from(RegistryImage.named(base));
    }
}
