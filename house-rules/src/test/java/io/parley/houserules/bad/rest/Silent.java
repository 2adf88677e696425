package io.parley.houserules.bad.rest;

import jakarta.ws.rs.GET;

class Silent {
    @GET
    String get() {
        return "404";
    }
}
