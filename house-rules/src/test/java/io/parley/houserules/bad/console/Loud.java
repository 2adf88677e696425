package io.parley.houserules.bad.console;

class Loud {
    void shout() {
        System.out.println("!");
    }
}
