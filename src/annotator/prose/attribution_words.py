"""The English words by which a text says who says so."""

from annotator.prose.word_lists import words

SAYING = (
    "say says said saying tell tells told telling state states stated stating explain "
    "explains explained explaining argue argues argued arguing warn warns warned warning "
    "insist insists insisted insisting announce announces announced announcing tweet tweets "
    "tweeted tweeting testify testifies testified testifying contend contends contended "
    "contending allege alleges alleged alleging declare declares declared declaring remark "
    "remarks remarked recall recalls recalled reply replies replied acknowledge acknowledges "
    "acknowledged acknowledging concede concedes conceded conceding admit admits admitted "
    "admitting assert asserts asserted asserting articulate articulates articulated "
    "articulating vow vows vowed caution cautions cautioned"
)
"""Who does this says something, whatever follows."""

HEDGED = (
    "maintain maintains maintained add adds added adding note notes noted noting report "
    "reports reported reporting claim claims claimed claiming write writes wrote writing "
    "written suggest suggests suggested believe believes believed think thinks thought "
    "confirm confirms confirmed confirming deny denies denied denying find finds found show "
    "shows showed shown showing estimate estimates estimated conclude concludes concluded "
    "reveal reveals revealed indicate indicates indicated predict predicts predicted agree "
    "agrees agreed fear fears feared hope hopes hoped complain complains complained feel "
    "feels felt describe describes described call calls called criticise criticises "
    "criticised criticize criticizes criticized condemn condemns condemned urge urges urged "
    "demand demands demanded promise promises promised post posts posted observe observes "
    "observed continue continues continued ask asks asked joke jokes joked answer answers "
    "answered respond responds responded regard regards regarded"
)
"""These say something only when "that", a quotation or its like follows."""

ACCUSING = words(
    "criticise criticises criticised criticize criticizes criticized condemn condemns "
    "condemned describe describes described regard regards regarded fear fears feared urge "
    "urges urged deny denies denied"
)
"""Of ``HEDGED``: a person's view is reported, whatever follows."""

NOUNS_TOO = words(
    "maintain maintains maintained tell tells state states report reports claim claims demand "
    "demands fear fears hope hopes call calls show shows post posts estimate estimates regard "
    "regards answer answers promise promises joke jokes note notes find finds add think feel "
    "ask"
)
"""Words above that are nouns or infinitives as often: only "that" or a quotation tells."""

PERSONS = words(
    "official general expert critic analyst source scientist researcher observer activist "
    "advocate supporter opponent resident witness authority insider spokesperson spokesman "
    "spokeswoman lawmaker leader sheriff police prosecutor lawyer attorney economist "
    "historian doctor teacher student worker union campaigner commentator columnist reporter "
    "journalist politician republican democrat conservative liberal minister senator governor "
    "mayor president secretary judge chief officer director chairman chairwoman executive "
    "manager owner family relative neighbour neighbor friend farmer voter protester "
    "demonstrator veteran investigator detective diplomat ambassador aide adviser advisor "
    "author writer professor elder man woman people some many others agency administration "
    "department government company firm group organisation organization committee commission "
    "council ministry office bureau association court party campaign board team developer "
    "engineer designer user customer patient parent mother father son daughter brother sister "
    "wife husband survivor victim staff member coach player owner publisher editor magazine "
    "newspaper site website elders community tribe clinician physician hospital university "
    "airline bank carrier retailer manufacturer operator regulator watchdog charity institute "
    "opposition nurse "
    "laboratory federation think-tank school college"
)
"""Nouns (singular) of those who can say something."""

BODIES = words(
    "police union agency administration department government company firm group organisation "
    "organization committee commission council ministry office bureau association court party "
    "campaign board team staff magazine newspaper site website community tribe hospital "
    "university airline bank carrier retailer manufacturer operator regulator watchdog charity "
    "institute opposition laboratory federation think-tank school college family"
)
"""Of ``PERSONS`` those who are many: no pronoun "he" or "she" stands for them."""

DOCUMENTS = words(
    "study report poll survey document record statement letter memo research data analysis "
    "review paper article complaint lawsuit filing audit figure statistic email post account "
    "investigation indictment release brief"
)
"""Nouns (singular) of what something can be read in."""

PRONOUNS = words("he she they")
"""Not "we" and "I": outside quotations that is the article itself."""

BETWEEN = words(
    "has have had is are was were also then later recently publicly repeatedly once often "
    "never not does do did who which still further previously already now just himself "
    "herself themselves both even first again always"
)
"""What stands between who says and the verb."""
