"""What words tell about a sentence, whatever it is about: lists made by hand, no training."""

_LISTS = {
    "economy": """
        economy economic job jobs tax taxes deficit deficits debt budget spending
        inflation unemployment wage wages income incomes growth gdp trade tariff tariffs
        exports imports price prices cost costs rate rates surplus interest market stock
        poverty salary salaries revenue revenues business businesses manufacturing
        factory factories industry plants money dollar dollars welfare employment
        product recession company companies""",
    "government": """
        senate congress house bill law laws vote voted votes legislation amendment act
        court supreme veto vetoed signed passed policy administration department
        committee agency government federal treaty agreement constitution senator
        governor president republicans democrats democratic republican office programs
        program record appointed parliament minister council mayor sheriff police""",
    "security": """
        war troops nuclear weapons missiles military army iraq iran afghanistan russia
        soviet china korea israel terrorists terrorism attack attacked attacks forces
        killed crime crimes murder prison gun guns drug drugs border immigrants
        immigration illegal refugees isis defense soldiers""",
    "society": """
        health insurance medicare medicaid security social schools school education
        students teachers children college hospitals oil gas energy coal water
        environment air farmers seniors elderly veterans families population women
        workers uninsured poor rich""",
    "change": """
        increase increased increases increasing rise rose risen rising grow grew grown
        growing double doubled tripled quadrupled cut cuts cutting reduce reduced lost
        lose losing gained gain added add created create fell fallen fall dropped drop
        declined decline decreased lower lowered raised raise raises doubling went gone
        down up slashed eliminated produced spent paid brought moved shipped""",
    "comparison": """
        more most less least fewer higher highest lower lowest largest biggest greater
        greatest larger bigger worst worse best better fastest record ever than average
        half double twice triple majority nearly almost over about approximately every
        only never first last history rate number total""",
    "quantity": """
        hundreds thousands millions billions trillions dozens half third quarter
        two-thirds dozen million billion trillion hundred thousand percent percentage
        two three four five six seven eight nine ten eleven twelve fifteen twenty thirty
        forty fifty sixty seventy eighty ninety zero""",
    "future": """
        will shall would should must can could going gonna want wants hope let need
        needs ought promise i'll we'll i'd we'd let's try""",
    "belief": "think believe feel know guess hope wish love like mean sure",
    "courtesy": """
        thank thanks welcome applause please sir ma'am bless goodnight evening morning
        ladies gentlemen congratulations sorry excuse hello hi""",
    "i": "i me my mine myself i'm i've i'll i'd",
    "we": "we us our ours we're we've we'll we'd",
    "you": "you your yours you're you've you'll you'd",
    "they": """
        he she his her him he's she's they their them they're they've he'd they'd""",
    "said": """
        said says told called claimed wrote announced promised proposed opposed
        supported voted admitted reported stated suggested accused testified""",
    "past": """
        was were had did went came took made got gave said told left lost won voted
        passed signed became began brought built bought put paid ran sent spent stood
        cut saw inherited found created knew led met fought grew rose fell broke been
        done gone taken given""",
    "present": "is are has have does do there's it's that's",
    "negation": "no not never nothing none nobody neither nor without",
    "doubt": "may might could would should perhaps maybe probably if",
    "ideals": """
        freedom dream future hope values faith heart spirit courage leadership character
        believe vision challenge challenges opportunity peace great strong important
        question issue issues answer problem problems thing things way kind point
        difference""",
}

TELLING: dict[str, tuple[str, ...]] = {}
"""Which lists a word stands in."""
for _name, _words in _LISTS.items():
    for _word in _words.split():
        TELLING[_word] = (*TELLING.get(_word, ()), _name)
