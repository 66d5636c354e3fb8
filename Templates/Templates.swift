// Templates: a page's value becomes markup. Pure: a value in, bytes out, no I/O, no clock.
