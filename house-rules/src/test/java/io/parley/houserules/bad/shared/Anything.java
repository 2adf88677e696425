package io.parley.houserules.bad.shared;

class Anything {}
