"""Lines as they stand in transcripts, written for these tests; ``+`` claims something to check."""

SPEECH = """\
- Thank you very much.
- (APPLAUSE)
- Please, please, sit down.
- It is a great honor to stand before you tonight.
- The state of our nation has never been in better hands.
+ Since the last election, we have added 3.1 million new jobs, including 300,000 in manufacturing.
+ Wages are rising at the fastest pace in more than a decade.
- That is what happens when you put people first.
+ Unemployment among young workers has fallen to its lowest level since 1969.
- And we are just getting started.
- They said it could not be done.
+ A typical family of four making $75,000 will see its tax bill cut by more than $2,000.
- Tonight we are joined by Maria Lopez, a nurse from Toledo, and her two sons.
- She did not wait.
- Maria, would you please stand up?
- God bless you, Maria.
- We love our farmers.
- I will ask both parties to come together and rebuild our roads and bridges.
- Let us choose hope over fear.
+ Last year, drug overdoses killed 64,000 Americans, 174 every day.
- My duty is to protect every child in every community.
+ Illegal crossings are down 60 percent compared with the year before I took office.
- It's about right and wrong.
- We believe in freedom, in family, and in the dignity of work.
+ The previous agreement gave that regime nearly $150 billion and did nothing to stop its missiles.
- And they are happy about it.
- It is time to finish the job.
- The best is yet to come.
- As long as we are proud of who we are, there is nothing we cannot achieve.
- Thank you, God bless you, and good night.
"""

DEBATE = """\
- Good evening and welcome to the third debate.
- Here are the rules: each candidate has 90 seconds to answer and 30 seconds for a rebuttal.
- Governor Hale, a new poll shows 62 percent of voters think the country is on the wrong track.
- Why should they trust you?
- Well, thank you, and thanks to the university for hosting us.
- First of all, that's just not true.
+ When I was governor we cut taxes for 95 percent of working families.
+ We balanced the budget every single year and left a surplus of $800 million.
- Senator?
- He knows exactly where I get it.
+ His own state's budget office says property taxes went up 22 percent on his watch.
- Let me finish.
- Gentlemen, gentlemen.
- Senator Ward, you have 30 seconds.
- (CROSSTALK)
- The fact is, people back home are hurting.
+ A vial of insulin that costs six dollars to make is being sold for three hundred.
- And I will not stand for it.
+ Senator Ward voted against letting Medicare negotiate drug prices, twice.
- No, I did not.
- Look it up.
- You said in 2013 you would support sending troops, and in 2016 you said you were opposed to it.
- Which is it?
- What I believe is that America has to lead.
+ We've lost 60,000 factories since they joined the World Trade Organization.
- It's a total disaster.
- We'll be right back after this break.
+ The richest one-tenth of one percent now own almost as much wealth as the bottom 90 percent.
- So let's make them pay their fair share.
- Would you like to respond, Governor?
- Closing statements, Senator, you won the coin toss, you go first.
- I ask for your vote on November 8th.
- That concludes tonight's debate.
"""


def lines(transcript: str) -> tuple[list[str], list[bool]]:
    """The sentences, and which of them claim something."""
    given = transcript.splitlines()
    return [line[2:] for line in given], [line[0] == "+" for line in given]
