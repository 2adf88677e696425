package io.parley.houserules.bad.names;

class LinkUtils {}
