package io.parley.houserules.bad.names;

class BaseResource {}
