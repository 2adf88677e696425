package io.parley.local.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.config.ObjectMapperConfig;

/**
 * The JSON mapper that all requests of tests share. REST Assured makes one for each otherwise, which looks through all
 * jars for modules and so costs more than the request.
 */
public final class SharedMapper {

    private static final ObjectMapper MAPPER = new ObjectMapper().findAndRegisterModules();

    private SharedMapper() {}

    /** From now on. */
    public static void use() {
        RestAssured.config = RestAssured.config()
                .objectMapperConfig(
                        ObjectMapperConfig.objectMapperConfig().jackson2ObjectMapperFactory((type, charset) -> MAPPER));
    }
}
