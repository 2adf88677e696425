package io.parley.houserules.bad.names;

class Outer {
    static class Helper {}
}
