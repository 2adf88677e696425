package io.parley.houserules.bad.names;

class LinkUtil {}
