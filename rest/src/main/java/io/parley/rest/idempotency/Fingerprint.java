package io.parley.rest.idempotency;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * The digest of what a request asks for: its address and its body, a file by its name and bytes. Headers only say how to
 * answer, and are no part of it.
 */
@ApplicationScoped
class Fingerprint {

    private static final Set<Class<? extends Annotation>> NO_PART =
            Set.of(HeaderParam.class, CookieParam.class, Context.class);

    private final UriInfo uri;
    private final ObjectMapper json;
    private final Vertx vertx;

    Fingerprint(UriInfo uri, ObjectMapper json, Vertx vertx) {
        this.uri = uri;
        this.json = json;
        this.vertx = vertx;
    }

    /** Reads files where nobody waits for it. */
    Uni<String> of(InvocationContext request) {
        var parts = new ArrayList<Object>();
        parts.add(uri.getPath());
        parts.add(uri.getRequestUri().getRawQuery());
        return vertx.executeBlocking(() -> digest(parts, request));
    }

    private String digest(List<Object> parts, InvocationContext request)
            throws IOException, ReflectiveOperationException {
        var parameters = request.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            var value = request.getParameters()[i];
            if (parameters[i].isAnnotationPresent(BeanParam.class)) {
                addForm(value, parts);
            } else if (NO_PART.stream().noneMatch(parameters[i]::isAnnotationPresent)) {
                parts.add(part(value));
            }
        }
        var digest = sha256();
        digest.update(json.writeValueAsBytes(parts));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addForm(Object form, List<Object> parts) throws IOException, ReflectiveOperationException {
        for (Field field : form.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(RestForm.class)) {
                field.setAccessible(true);
                parts.add(part(field.get(form)));
            }
        }
    }

    private static Object part(Object value) throws IOException {
        return value instanceof FileUpload ? file((FileUpload) value) : value;
    }

    private static List<String> file(FileUpload file) throws IOException {
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha256())) {
            Files.copy(file.uploadedFile(), out);
            return Arrays.asList(
                    file.fileName(),
                    HexFormat.of().formatHex(out.getMessageDigest().digest()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
