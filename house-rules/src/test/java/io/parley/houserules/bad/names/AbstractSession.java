package io.parley.houserules.bad.names;

abstract class AbstractSession {}
