"""The lines of a saved page that are not the article's: buttons, link lists, reading times."""

from annotator.reading.text.lines import matches
from annotator.reading.text.notices import (
    is_link_line,
    is_notice,
    may_open_comments,
    opens_comments,
)

# Whole lines, and each only as a whole line: "Share of voters falls" is a heading.
_BUTTONS = r"""
click to (?:share|e-?mail|print).*|like this|like loading\W*|view all|see all|show (?:all|more)
|see more|view more|load more|read (?:more|next|on)|read full story|(?:continue|keep) reading
|learn more|click here.*|back to top|skip to (?:main )?content|(?:main )?menu|toggle navigation
|navigation|close|search|home|log ?in|sign (?:in|up|out).*|register
|share(?: this)?(?: article| story| post| page)?(?: (?:on|via|with) .*)?|share via.*|tweet|pin it
|print|e-?mail(?: this.*)?|copy link|save(?: article)?|listen(?: to this article)?|bookmark
|comments?|(?:add a|view) (?:comments?|reply|conversation)|facebook|twitter|x|linkedin|whatsapp
|reddit|telegram|instagram|youtube|pinterest|follow(?: (?:us|me)|(?: us)? (?:on|at|@).*)?
|subscribe|newsletters?|get our newsletter|donate(?: now| today)?|support us|advertisement
|advertising|ad|ads|sponsored(?: content| by .*)?|promoted(?: (?:content|by|post).*)?
|privacy(?: policy)?|cookies?(?: policy| settings)?
|terms(?: (?:of (?:use|service)|and conditions|& conditions).*)?|about(?: us)?|contact(?: us)?
|careers|advertise(?: with us)?|accept(?: all)?(?: cookies)?
|(?:previous|next)(?: article| post| story)?(?::.*)?|tags?:.*|filed under:?.*|categor(?:y|ies):.*
|(?:all )?topics?:.*|alle anzeigen|mehr (?:anzeigen|lesen)|weiterlesen|teilen|drucken|anzeige
|werbung|abonnieren|jetzt abonnieren|kommentare?|impressum|datenschutz.*|startseite|suche
|anmelden|merken|nach oben|vorlesen|voir (?:tout|plus)|lire la suite
|partager(?: (?:sur|cet|l['’]).*)?|s['’]abonner.*|publicité|commentaires?|mentions légales
|accueil|imprimer|se connecter|rechercher|ver (?:todo|todos|más|mais|tudo)|leer más|compartir.*
|suscríbe.*|publicidade?|comentarios?|iniciar sesión|inicio|aviso legal|imprimir
|vedi (?:tutti|tutto)|leggi (?:tutto|di più)|condividi.*|pubblicità|iscriviti.*|abbonati.*
|commenti|leia mais|compartilh.*|assine.*|comentários|bekijk alles|lees (?:meer|verder)|delen
|advertentie|zobacz (?:wszystkie|więcej)|czytaj (?:dalej|więcej)|udostępnij|reklama|komentarze
|показать (?:все|ещё|еще)|смотреть все|читать (?:далее|дальше|полностью)|поделиться.*|реклама
|подписаться.*|комментарии|на правах рекламы|войти|главная|поделитися.*|підписатися.*|tümünü gör
|devamını oku|paylaş|reklam|abone ol|visa alla|läs mer|dela|annons|もっと見る|続きを読む
|シェア(?:する)?|広告|コメント|すべて見る|查看(?:全部|更多)|阅读(?:全文|更多)|分享(?:到.*)?|广告|评论|订阅|查看更多|閱讀更多|廣告|留言|전체보기|더보기|공유(?:하기)?|광고|댓글|구독
|عرض (?:الكل|المزيد)|اقرأ المزيد|شارك.*|مشاركة|إعلان|تعليقات|اشترك.*|और पढ़ें|शेयर करें|विज्ञापन
|सभी देखें"""

_LEGAL = r"""
(?:all rights reserved\.?|(?:©|copyright (?:©|\(c\)|c\)|\d)|c\) \d).*|(?:continue
|story continues) (?:reading )?(?:below|after).*(?:advertisement|ad)?|click here (?:to|for) .*)"""

# What opens a list of links to other articles.
_LISTS = r"""
related(?: (?:articles?|stor(?:y|ies)|posts?|topics?|news|coverage|content|reading|links?
|videos?))?s?(?::.*)?
|(?:the )?latest(?: (?:breaking )?(?:news|updates?|stories|headlines|articles|posts
|videos))+(?::.*)?|latest(?::.*)?
|(?:more|other) (?:stories|news|articles|headlines|posts|coverage)(?: (?:from|on|in|about|for
|by) .*)?|more from .*|more (?:on|in) (?:this .*|[\w&]+)|more like this|more:.*
|(?:most|top) (?:popular|read|viewed|shared|stories|news|headlines)(?: (?:in|on|this|of|from
|today|now) ?.*)?|popular(?: (?:now|posts|articles|stories))?
|trending(?: (?:now|stories|news|topics).*)?
|recommended(?: (?:for you|stories|reading|articles).*)?
|you (?:may|might) (?:also )?(?:like|enjoy|be interested in).*
|(?:read|see|watch)(?: also|:| next).*|also read.*|what to read next|up next
|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss.*|in case you missed it.*|around the web
|from (?:our|the) (?:partners?|sponsors?|web|archives?)
|recent (?:posts|articles|news|stories|comments)
|(?:verwandte|weitere|ähnliche|neueste) (?:artikel|beiträge|themen|nachrichten|meldungen).*
|mehr zum thema.*|mehr (?:aus|von|über) \w+|lesen sie auch.*|auch interessant.*
|(?:das könnte|könnte) (?:sie|dich) (?:auch )?interessieren.*|meistgelesen.*
|das könnte (?:ihnen|dir) auch gefallen.*
|(?:articles?|sujets?) (?:liés?|similaires|connexes|associés).*
|(?:à|a) lire (?:aussi|également).*|lire aussi.*|sur le même (?:sujet|thème).*
|(?:dernières|toutes les) (?:actualités|nouvelles|infos|news).*|les plus lus.*
|(?:artículos|noticias|notas|entradas) relacionad[ao]s.*|(?:últimas|más) noticias.*
|(?:lea|lee|ver|vea) también.*|te puede interesar.*|lo más (?:leído|visto).*
|(?:articoli|notizie) correlat[ie].*|(?:leggi|vedi) anche.*|ultime notizie.*
|potrebbe interessarti.*|i più letti.*|(?:artigos|notícias|matérias) relacionad[ao]s.*
|(?:leia|veja) também.*|últimas notícias.*|mais lidas.*|lees ook.*|gerelateerd.*|meest gelezen.*
|(?:czytaj|zobacz) (?:także|też|również).*|powiązane.*|najnowsze.*|читайте также.*
|(?:похожие|связанные) (?:статьи|материалы|новости).*
|(?:последние|другие|главные) новости.*
|по теме(?::.*)?|популярное.*|(?:материалы
|новости) по теме.*|читайте також.*|останні новини.*
|ilgili (?:haberler|yazılar).*|son haberler.*|läs (?:också|även).*|(?:les|se) også.*|læs også.*
|mest lest.*|mest läst.*|関連(?:記事|ニュース|リンク).*|最新(?:ニュース|記事).*
|おすすめ(?:記事)?|人気記事.*|アクセスランキング.*
|相关(?:文章|阅读|新闻|推荐).*|最新(?:新闻|文章).*|热门(?:文章|新闻|推荐).*|推荐阅读.*
|相關(?:文章|新聞|閱讀).*|延伸閱讀.*
|최신 ?(?:뉴스|기사).*|관련 ?(?:기사|뉴스).*|인기 ?기사.*|مقالات ذات صلة.*|(?:اقرأ|شاهد) أيضا.*
|أخبار ذات صلة.*
|آخر الأخبار.*|الأكثر قراءة.*|संबंधित (?:खबरें|लेख).*|यह भी पढ़ें.*|ताज़ा खबरें.*"""

_READING_TIME = r"""
.{0,50}\b\d{1,3}\s*-?\s*(?:min(?:ute)?s?\.?)[\s-]+(?:read|reading|listen|lesezeit|de lecture
|de lectura|de leitura|di lettura|leestijd|czytania)\b.{0,30}|(?:reading|read) time:?.{0,30}
|(?:est(?:imated|\.)?) (?:reading|read).{0,30}|lesezeit:?\s*(?:ca\.?\s*)?\d.{0,20}
|lesedauer:?\s*\d.{0,20}|temps de lecture.{0,30}|tiempo de lectura.{0,30}
|tempo de leitura.{0,30}|tempo di lettura.{0,30}|время (?:чтения
|на чтение).{0,30}
|.{0,20}\d+\s*мин\.?\s*(?:чтения|на чтение).{0,10}|okuma süresi.{0,20}
|.{0,20}\d+\s*分(?:で読めます|钟阅读).{0,10}|阅读时间.{0,20}|읽는 시간.{0,20}
|(?:by:?|von:?)\s*\d+\s*min(?:ute)?s?.{0,20}|\d{1,3}\s*min(?:ute)?s?\.?"""

_PICTURE = r"""
(?:featured|feature|cover|header|hero|lead) (?:image|photo|picture|video)(?: (?:for|of|by
|credit|via))?\s*:?.*|image (?:may contain|description).*
|(?:click|tap) to (?:enlarge|expand|view).*|beitragsbild.*|image (?:à|a) la une.*
|imagen destacada.*|immagine in evidenza.*|imagem (?:em|de) destaque.*"""


def is_button(line: str) -> bool:
    """Whether the whole line is a button, a share link, a legal link, an advertisement's label."""
    return matches(_BUTTONS, line, sentences=False) or matches(_LEGAL, line)


def opens_links(line: str) -> bool:
    """Whether the line heads a list of links to other articles."""
    return matches(_LISTS, line, sentences=False)


def is_reading_time(line: str) -> bool:
    """Whether it says how long the article takes to read ("BY: 5 min read")."""
    return matches(_READING_TIME, line)


def is_picture_label(line: str) -> bool:
    """Whether it labels a picture for the site's own use ("Featured image for: …")."""
    return matches(_PICTURE, line, longest=400)


def is_furniture(line: str) -> bool:
    """Whether a line is the page's by its words alone."""
    tests = (
        is_button, opens_links, is_link_line, is_notice, opens_comments, may_open_comments,
        is_reading_time, is_picture_label,
    )  # fmt: skip
    return any(test(line) for test in tests)
