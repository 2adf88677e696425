package io.parley.rest.time;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.ws.rs.Path;

/** Puts the limit on each resource of a service while it is built, so that none can forget it. */
public class EveryResource implements BuildCompatibleExtension {

    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Path.class)
    public void limit(ClassConfig resource) {
        if (!resource.info().isInterface() && resource.info().hasAnnotation(Path.class)) {
            resource.addAnnotation(Limited.class);
        }
    }
}
