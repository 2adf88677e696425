package io.parley.houserules.bad.system.model;

record Environmental(String name) {
    static Environmental here() {
        return new Environmental(System.getenv("NAME"));
    }
}
