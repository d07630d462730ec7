"""Which language a document is in: a vote of its commonest little words. No model, no dependency."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# The commonest words of running text in each language, without those that many languages share.
_LITTLE_WORDS: Mapping[str, str] = {
    "en": "the of and to in is was that for it with as his on be at by had are not but from have they which were their",
    "fr": "le les des est une dans qui que pour pas sur plus au avec ce il par sont été aux cette ont mais ses leur",
    "es": "el los las una que en por con para es del se su al lo como más pero sus este fue ha entre está desde",
    "pt": "os uma em para com não por mais as dos como mas foi ao ele das tem seu sua ou quando muito nos já são",
    "it": "il di che una per sono gli della non con del nel dei alla è anche ha si delle più dal ma questo stato",
    "de": "der die und den das von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat",
    "nl": "het een van en te dat op zijn met voor niet aan er om ook als dan maar bij nog uit naar werd door wordt",
    "sv": "och att det som en på är av för med den till inte om ett har de jag vid från var sig men efter kan",
    "da": "og at det som en på er af for med den til ikke om et har de jeg ved fra var sig men efter kan blev",
    "pl": "i w na się z że nie do jest o jak po za przez od tym dla oraz ale który został przy także roku było",
    "ro": "și de la în a cu că pe nu din este un o pentru mai care au fost sunt dar prin după lui fi ca",
    "tr": "ve bir bu da de için ile olarak daha çok gibi olan kadar sonra ancak en ise var ne değil oldu",
    "id": "yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh telah juga ke adalah mereka kepada",
    "sw": "ya na wa kwa katika ni za la kuwa hiyo cha huo hao baada kama pia lakini yake alisema watu yao hii huku",
    "ht": "nan ki yo pou li te ak sou pa gen yon moun ap sa se men tout peyi epi kote avèk lapolis lè nou",
    "so": "iyo ee oo ka ku in uu ay waa la ah soo aan wax ayaa kale kala lagu badan markii waxaa ugu",
}
_VOTES: Mapping[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _LITTLE_WORDS.items()}

# Scripts that settle the question, or nearly, by themselves.
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_VOTES = 4
_SMALLEST_SHARE = 0.08


class Vote(NamedTuple):
    """A language code, and whether the words decided it or English was assumed for want of words."""

    code: str
    detected: bool


def detect(text: str) -> Vote:
    """The language of a text, by ISO 639-1 code; English is assumed where too few words vote.

    >>> detect("Les policiers sont partis pour Haïti dans la nuit de jeudi, et le ministre est avec eux.").code
    'fr'
    >>> detect("KSh 1.7bn")
    Vote(code='en', detected=False)
    """
    sample = text[:_SAMPLE]
    words = [word.lower() for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    for code, script in _SCRIPTS:
        if letters and len(script.findall(sample)) * 4 > letters:
            return Vote(code, True)
    votes = {code: sum(word in little for word in words) for code, little in _VOTES.items()}
    best = max(votes, key=lambda code: (votes[code], code == "en"))
    if votes[best] < max(_FEWEST_VOTES, _SMALLEST_SHARE * len(words)):
        return Vote("en", False)
    return Vote(best, True)
