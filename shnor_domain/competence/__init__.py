"""How well teachers know their subjects, as counts of levels A–D (R164–R168): counts only, nobody's own level."""
