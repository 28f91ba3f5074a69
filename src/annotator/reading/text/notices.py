"""What sites put between an article's paragraphs: links to other articles, sign-ups, paywalls, and
the line over what readers wrote. Told by the words, and so as to leave sentences alone."""

import re
from collections.abc import Sequence

from annotator.reading.text.lines import compiled, is_sentence, matches
from annotator.reading.text.wrapping import ends_sentence

# What stands before the headline of another article.
_LABELS = r"""
read (?:more|also|next|this|now|on)|also read|more on this(?: (?:story|topic|subject))?
|related(?: (?:stor(?:y|ies)|articles?|posts?|coverage|content|reading|news|videos?|links?))?
|recommended(?: reading)?|see also|don['’]t miss|must[ -]read
|(?:watch|listen)(?: (?:also|now|more))?|more(?: (?:here|from .{2,30}))?|explore(?: more)?
|in case you missed it|lesen sie (?:auch|mehr|hier)|lies auch|mehr (?:zum thema|dazu)
|auch interessant|siehe auch|passend dazu|(?:à )?(?:lire|voir) (?:aussi|également)
|à (?:lire|voir)|sur le même (?:sujet|thème)|(?:lea|lee|ver|vea|mira) (?:también|más)
|leer (?:más|también)|(?:también )?te puede interesar|(?:leggi|vedi|guarda) anche|leggi di più
|per approfondire|(?:leia|veja) (?:também|mais)|saiba mais|(?:lees|bekijk|zie) (?:ook|meer)
|(?:czytaj|zobacz) (?:też|także|również|więcej)|чита(?:йте|ть) также|смотрите также
|läs (?:också|även|mer)|(?:les|se) også|læs også"""

_NEWSLETTERS = r"""
(?:(?:click here to )?sign[ -]?up|register|enrol) (?:here )?(?:now )?(?:for|to) (?:(?:our|my|get
|receive)\b.*|.*\b(?:newsletters?|e-?mails?|alerts|briefing|updates|inbox)\b.*)
|(?:please )?subscribe(?: (?:now|today|here|for free))?(?: to (?:(?:our|my|get|receive)\b.*
|.*\b(?:newsletters?|channel|podcast|feed|magazine|e-?mails?|alerts|updates)\b.*))?
|(?:get|receive|have) .*\b(?:to|in|into) your (?:e-?mail )?inbox\b.*
|.{0,80}\b(?:delivered|straight|sent|direct(?:ly)?) to your (?:e-?mail )?inbox\b.*
|(?:please )?enter (?:your|a valid) e-?mail(?: address)?(?: (?:to|below|here|for)\b.*)?
|(?:your )?e-?mail address|join (?:our|the) (?:newsletter|mailing list|.{0,20}community).*
|join (?:more than |over )?[\d,.]+k?\+? (?:other )?(?:subscribers|readers).*
|(?:thanks?|thank you) for (?:signing up|subscribing).*
|by (?:signing up|subscribing|registering|entering your e-?mail|submitting
|clicking)\b.*\b(?:agree|terms|privacy|newsletter|consent)\b.*
|(?:you can )?unsubscribe (?:at )?any ?time.*
|(?:please )?check your (?:e-?mail|inbox)(?: (?:for|to|and)\b.*)?
|(?:for more .{0,60}, )?(?:please )?(?:follow|like|find) (?:us|me) on (?:facebook|twitter|x
|instagram|youtube|tiktok|linkedin|whatsapp|telegram|bluesky|mastodon|threads|google news
|social media)\b.*
|(?:jetzt |hier |kostenlos )*(?:(?:für |zu )?(?:unseren|unserem|den
|zum) )?newsletter(?: (?:abonnieren|anmelden|bestellen|sichern|abonniert).*)?
|(?:melden sie sich|melde dich) .*newsletter.*
|abonnier(?:en sie|e|t) (?:unser|den|die|jetzt|hier).*|abonnez[ -]vous\b.*
|inscrivez[ -]vous\b.*\b(?:newsletter|lettre)\b.*
|recevez .*\b(?:newsletters?|boîte|e-?mail|courriel)\b.*|suscr[íi]bete\b.*
|(?:reciba|recibe) .*\b(?:newsletter|correo|bolet[íi]n|bandeja)\b.*|iscriviti .*\bnewsletter\b.*
|ricevi .*\b(?:newsletter|e-?mail|posta)\b.*
|(?:assine|inscreva-se|receba)\b.*\b(?:newsletter|e-?mail|boletim)\b.*
|(?:schrijf|meld) (?:je|u) .*nieuwsbrief.*|abonneer (?:je|u|nu)\b.*|zapisz się .*newsletter.*
|подпи(?:шитесь|сывайтесь) на .*"""

_PAYWALLS = r"""
(?:please )?(?:subscribe|log ?in|sign (?:in|up)|register|create (?:a |an )(?:free )?account
|become a (?:member|subscriber)|upgrade)(?: (?:now|today|here|free|for free))? (?:to|and|or
|for) .*\b(?:continue|keep|reading|read|access|unlock|view|unlimited)\b.*
|(?:want|in order)? ?to (?:continue|keep|read|unlock|access|finish)\b.{0,60}\b(?:subscribe
|sign (?:in|up)|log ?in|register|become a (?:member|subscriber))\b.*
|(?:this|the (?:full|rest of th(?:e|is))) (?:article|story|content|post
|page) is (?:only |exclusively |reserved |available |exclusive )*(?:for
|to) (?:our |paid |paying |premium )*(?:subscribers|members).*
|(?:subscribers?|members?)[ -]only(?: (?:article|story|content|post))?
|(?:are you )?already (?:a |an )?(?:subscriber|member|subscribed|registered
|have an account)\W*(?:\W.{0,60}(?:log|sign) ?in\b.*)?
|you(?:['’]ve| have) (?:reached|used|read|hit) .*\b(?:free|monthly|article)\b.*\b(?:limit
|articles?|stories|month)\b.*|you have (?:\w+|\d+) (?:free )?articles? (?:left|remaining).*
|(?:start|try|begin) (?:your |a |our )?.{0,20}\bfree trial\b.*
|(?:get |enjoy )?unlimited (?:digital )?access\b.*
|(?:please )?support (?:our|independent|quality|local|real) journalism\b.*
|(?:continue|keep) reading (?:with|for|by)\b.*
|(?:jetzt |hier )?(?:weiterlesen mit|weiterlesen für|kostenlos (?:testen|weiterlesen
|registrieren))\b.*
|dieser (?:artikel|beitrag|inhalt|text) ist (?:nur |exklusiv )*für .*(?:abonnent|mitglied
|nutzer).*
|(?:sie (?:sind|haben) )?(?:bereits|schon) (?:abonnent|abonniert|registriert|kunde|mitglied
|ein abo|ein konto)(?:in)?\W*(?:\W.{0,40}(?:anmeld|einlogg).*)?
|c(?:et|e) (?:article|contenu) est réservé .*abonnés.*|la suite .{0,30}réservée .*abonn.*
|(?:vous êtes )?déjà (?:abonné|inscrit)(?:·?e)?\W*(?:\W.{0,40}connect.*)?
|il vous reste .*\bà (?:lire|découvrir)\b.*
|(?:este )?(?:contenido|artículo) (?:es )?(?:exclusivo|sólo|solo|reservado) (?:para
|a) (?:los )?(?:suscriptores|socios).*
|¿?ya (?:eres|tienes) (?:suscriptor|socio|una? (?:cuenta|suscripción)).*
|(?:questo )?(?:articolo|contenuto) (?:è )?riservato agli abbonati.*
|(?:sei )?già abbonat[oa]\W*(?:\W.{0,40}acced.*)?
|(?:este )?(?:conteúdo|artigo) (?:é )?exclusivo para assinantes.*|já é assinante\W*(?:.{0,40})
|(?:dit artikel|deze inhoud) is (?:alleen|exclusief) voor (?:abonnees|leden).*
|(?:al|reeds) abonnee\W*(?:.{0,40})"""

_COMMENTS = r"""
\d+ (?:thoughts?|responses?|repl(?:y|ies)) (?:on|to) .+|(?:\d+ )?gedanken zu .+"""

# These stand over the comments as well as beside a byline.
_COUNTED = r"""
(?:comments?|discussion|responses|replies|kommentare?|commentaires?|comentarios?|commenti
|comentários?|reacties|komentarze|комментари(?:и|й|ев)|コメント|评论)\s*[(:\[]\s*\d[\d.,]*
|(?:comments?|kommentare)\s+\d[\d.,]*
|(?:\d[\d.,]*|no) (?:comments?|responses|replies|kommentare?|commentaires?|comentarios?|commenti
|comentários?|reacties|komentarze|комментари[ийяев]+)(?: (?:on|to|zu|sur|en|su|em) .+)?
|(?:reader|user|readers['’]?) comments|comments|join the (?:conversation|discussion)
|(?:leave|post|write|submit) (?:a|your) (?:comment|reply)(?: (?:to|on|cancel) .+)?
|schreiben sie einen kommentar|laisser un commentaire|deja (?:un|tu) comentario
|lascia un commento|deixe (?:um|seu) comentário|geef een reactie"""

_MAX_HEADLINE, _MAX_WORDS = 220, 30
_MAX_NOTICE = 300
_SENTENCE = 60
_TWO_SENTENCES = re.compile(r"\w{3,}[.!?][\"'”’)]*\s+\W?[^\W\d_]")
_PART = r"\s*[:：|»→]\s*|\s+[-–—>]\s+"


def is_notice(line: str) -> bool:
    """Whether the line asks its reader to sign up, to log in or to pay."""
    return any(matches(pattern, line, longest=_MAX_NOTICE) for pattern in (_NEWSLETTERS, _PAYWALLS))


def is_link_line(line: str) -> bool:
    """Whether the line is a label and the headline it leads to: "READ MORE: House blocks bill".

    A headline is one line without a full stop; labels in capitals need no colon.
    """
    line = " ".join(line.split())
    label = label_length(line)
    rest = re.sub(rf"^(?:{_PART})", "", line[label:]).strip()
    if not label or not rest or len(line) > _MAX_HEADLINE or len(rest.split()) > _MAX_WORDS:
        return False
    if is_sentence(line) or _TWO_SENTENCES.search(rest):
        return False
    said = line[:label]
    part = re.match(_PART, line[label:])
    if part is None:
        return said.isupper() and rest[0].isupper() and not rest.isupper()
    return not rest[0].islower() or (":" in part[0] and " " in said)


def label_length(line: str) -> int:
    """How long the label is that such a line begins with, 0 where there is none."""
    found = compiled(rf"(?:[•·»›>→▶►*]\s*)?(?:{_LABELS})(?![\w'’])").match(line)
    return found.end() if found else 0


def opens_comments(line: str) -> bool:
    """Whether the line can only stand over what readers wrote below the article."""
    return matches(_COMMENTS, line, longest=_MAX_NOTICE, sentences=False)


def may_open_comments(line: str) -> bool:
    """Whether it may stand over them; it may as well be a counter or a button over the article."""
    return matches(_COUNTED, line, longest=_MAX_NOTICE, sentences=False)


def first_comment(texts: Sequence[str]) -> int:
    """Where what readers wrote begins, the line over it included; ``len(texts)`` where nothing.

    A counter of comments only counts as that line where the article stands above it.
    """
    sentences = [
        len(text) if len(text) >= _SENTENCE and ends_sentence(text) else 0 for text in texts
    ]
    total, above, paragraphs = sum(sentences), 0, 0
    for index, text in enumerate(texts):
        article = paragraphs > 1 or 0 < total <= 2 * above
        if opens_comments(text) or (article and may_open_comments(text)):
            return index
        above += sentences[index]
        paragraphs += sentences[index] > 0
    return len(texts)
