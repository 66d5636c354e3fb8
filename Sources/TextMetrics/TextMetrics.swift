// Takes texts, gives how wide they are and where they may be divided into lines, for drawings whose words
// are placed before anyone's font is known.
