package io.parley.houserules.bad.crowd;

class Crowd {}

class Face01 {}

class Face02 {}

class Face03 {}

class Face04 {}

class Face05 {}

class Face06 {}

class Face07 {}

class Face08 {}

class Face09 {}

class Face10 {}

class Face11 {}

class Face12 {}

class Face13 {}

class Face14 {}

class Face15 {}

class Face16 {}

class Face17 {}

class Face18 {}

class Face19 {}

class Face20 {}
