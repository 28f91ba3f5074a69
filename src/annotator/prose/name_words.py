"""The English words that tell names apart: titles, kinds of bodies and places, beginnings."""

from annotator.prose.word_lists import words

TITLES = (
    "Attorney General", "Prime Minister", "Vice President", "Lieutenant Governor",
    "Police Chief", "Chief Executive", "Chief Justice", "District Attorney",
    "Secretary General", "Foreign Minister", "Finance Minister", "Health Minister",
    "Foreign Secretary", "Home Secretary", "Press Secretary", "President-elect",
    "Secretary of State", "Fire Chief", "Deputy Sheriff", "Sheriff", "Mayor", "Governor",
    "Gov.", "Senator", "Sen.", "Representative", "Rep.", "President", "Commissioner", "Mr.",
    "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Dr", "Prof.", "Professor", "Judge",
    "Justice", "Secretary", "Minister", "Chief", "Sir", "Dame", "Lord", "Lady", "Baroness",
    "Chancellor", "Pope", "King", "Queen", "Prince", "Princess", "General", "Gen.", "Colonel",
    "Col.", "Captain", "Capt.", "Lieutenant", "Lt.", "Sergeant", "Sgt.", "Officer", "Detective",
    "Director", "Chairman", "Chairwoman", "Chair", "Speaker", "Congressman", "Congresswoman",
    "Ambassador", "Pastor", "Rev.", "Reverend", "Bishop", "Archbishop", "Cardinal", "Imam",
    "Rabbi", "Councillor", "Councilman", "Councilwoman", "Deputy", "Inspector",
    "Superintendent", "Coach", "Admiral", "Major", "MP",
)  # fmt: skip
"""Longest first where one begins with another."""

BODY_WORDS = words(
    "Association Department Agency Police Enforcement Committee Commission Council Court "
    "University College School Institute Foundation Ministry Office Bureau Service Services "
    "Administration Authority Union Party Company Corporation Corp Inc Ltd Bank Group "
    "Organisation Organization Society Federation League Congress Senate Parliament Assembly "
    "Board Centre Center Hospital Church Army Navy Force Forces Guard Museum Trust Fund Times "
    "Post News Press Guardian Journal Academy Institution Alliance Coalition Network Project "
    "Government Embassy Tribunal Affairs Security Treasury Team Club Museum Union Nations "
    "House"
)
PLACE_WORDS = words(
    "County City Parish Street Avenue Road River Lake Island Islands Bay Beach Coast Mountain "
    "Mountains Valley State States Kingdom Republic Province District Village Town Park "
    "Square Ocean Sea Harbour Harbor Desert Peninsula Airport Bridge Station"
)
"""What ends (or, before "of", begins) the name of a place."""

OF_WORDS = BODY_WORDS | words(
    "City State Bank Republic Kingdom University Isle Gulf Bay Cape House Lord Duke Secretary "
    "Chamber Board Court Church Speaker Attorney Ministers Governors Lords Commons "
    "Representatives Director Head League Order Bill Declaration Treaty Battle War Statue "
    "Bureau Museum Rights Freedom Act"
)
"""After these " of " goes on with the same name."""

FOR_WORDS = words(
    "Office Institute Centre Center Centres Centers Association Agency Foundation Organisation "
    "Organization Campaign Society Council Committee Commission Alliance Coalition Network "
    "Department Citizens Doctors Physicians Lawyers Fund"
)
"""After these " for " does: the Office for National Statistics."""

PARTICLES = words("de del della di da dos du van von der den ter bin ibn al el la le af zu y")

CALENDAR = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
    "Sept Sep Oct Nov Dec Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays "
    "Christmas Easter"
)

COMMON = words(
    """a about above according across after again against ago all almost alone along already
    also although always am amid among an and another any anyone anything are around as ask
    at away back be because been before behind being below beneath beside besides best
    better between beyond both but by call can cannot clearly come could critics currently
    despite did do does doing done down due during each earlier early either else end enough
    especially even eventually ever every everyone everything except experts far few finally
    find first five following for former four from further generally get getting given go
    going good got great had has have having he hence her here hers herself him himself his
    historically hours how however hundreds i if in including indeed instead into is it its
    itself just keep known last lastly later latest least left less let like likewise little
    local long look made mainly make many may maybe me meanwhile might millions more
    moreover most mostly much must my myself near nearly neither never nevertheless new next
    nine no nobody none nor not note nothing now nowhere of off officials often ok okay on
    once one only onto or originally other others otherwise our ours out outside over
    overall own per perhaps photo please police possibly probably quite rather read really
    recently said same say says scientists second see seven several she should similarly
    since six so some someone something sometimes soon still such suddenly take tell ten
    than thanks that don doesn didn won wouldn couldn shouldn isn aren wasn weren ain hasn
    haven hadn the their theirs them then there thereby therefore these they thing things
    third this those though thousands three through throughout thus till to today together
    tomorrow too toward towards tuesday two under unless unlike until up upon us use usually
    very via was watch way we well were what whatever when whenever where whereas wherever
    whether which while who whoever whole whom whose why will with within without would yes
    yesterday yet you your yours yourself zero image video credit copyright getty source
    analysis update updated editor editors related advertisement share subscribe"""
)
"""Words that begin sentences and are no names when they do."""

BEGIN_NAMES = {
    "New": words(
        "York Yorker Yorkers Zealand Zealander Zealanders Jersey Mexico Hampshire Orleans Delhi "
        "England Caledonia Guinea Brunswick South Haven Labour Scotland"
    ),
    "Great": words("Britain Lakes Barrier"),
    "Little": words("Rock"),
}
"""Of ``COMMON`` those that begin a name before certain words."""

NO_ACRONYMS = words(
    "A I OK AM PM TV CEO CFO CTO COO MP MPS BY NO YES VIEW ALL THE AND OR NOT FAQ PDF URL ID "
    "DVD CD PC IT HTML XML CSS JSON HTTP HTTPS RSS II III IV VI VII VIII IX XI XII AD BC GMT "
    "UTC EST EDT PST MUST SHOULD SHALL MAY"
)
