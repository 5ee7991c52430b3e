"""The words of the trade: those that name a market as such, measure it, hedge or connect; of no one market.

What is not among them is content, and content in a sentence's subject always narrows what a quantity is about.
"""


def word_set(text: str) -> frozenset[str]:
    """The words of a text that are told apart by space."""
    return frozenset(text.split())


MARKET = word_set("market markets marketplace industry industries sector sectors business landscape")
"""Nouns for the market itself."""

PARTS = word_set(
    """
    segment segments sub-segment subsegment sub-segments subsegments category categories region regions country
    countries regional area geography geographies geographical geographic verticals
    """
)
"""Nouns for a part of the market; alone, with "this" or "the", they point back."""

PLACES = word_set("countries regions markets states cities nations territories economies provinces areas geographies")
"""Nouns for several places."""

LOOKED_AT = word_set(
    "covered surveyed tracked studied reviewed analysed analyzed considered examined monitored included"
)
"""Say of places that they are those of the report."""

MEASURES = word_set(
    """
    size sizes value valuation revenue revenues sales share shares worth turnover amount level levels figure
    figures volume volumes estimate estimates forecast forecasts projection projections growth rate rates cagr
    demand shipments percent percentage proportion portion contribution increase increases decline decrease rise
    gain uptick expansion number numbers price prices spend compound compounded annual annually consumption
    annualized annualised yearly y-o-y yoy year-over-year year-on-year year-to-year aagr opportunity evaluation
    receipts billings income takings measure basis pace terms market-size data statistics point points
    average-annual mark trajectory average dominance lead leadership position positions presence foothold
    """
)
"""Nouns and adjectives that say what is measured."""

PLAIN = word_set(
    """
    global globally worldwide world overall total entire whole full today currently current now then also still
    already just only even further furthermore moreover additionally however meanwhile notably highest largest
    biggest major majority main dominant leading lead leader significant substantial considerable sizable sizeable
    robust strong steady rapid fast faster fastest fastest-growing fast-growing higher high large larger great
    greater greatest maximum lucrative impressive healthy remarkable notable noteworthy solid moderate modest
    stable sound slow slower slowest minimum smallest smaller small lowest low lower new key important prominent
    promising exponential tremendous phenomenal massive huge staggering decent double-digit single-digit historic
    historical past expected projected estimated forecasted forecast anticipated predicted approximate
    approximately nearly roughly about around almost over under more less than up down at least most some close
    circa alone itself themselves respectively together jointly collectively significantly substantially
    considerably rapidly steadily strongly exponentially sharply slightly marginally moderately dramatically
    gradually annually remarkably impressively thereby thus hence therefore consequently accordingly specifically
    geographically regionally categorically particularly especially mainly primarily largely mostly similarly
    likewise conversely interestingly indeed subsequently eventually ultimately likely consistently continuously
    attractive exact first-ever record such very much many same own said year years yearly end start beginning mid
    early late middle time period periods term long-term short-term approx per us$ usd vis-a-vis well ever here
    there yet so too quite mere dominating commanding average-annual second third fourth second-largest
    third-largest largest-ever respective corresponding comparison contrast addition turn back
    """
)
"""Adjectives, adverbs and fillers that narrow nothing."""

DETERMINERS = word_set(
    """
    the a an this that these those its their his her our your all each every any both it they we i you he she one
    """
)

FUNCTION = DETERMINERS | word_set(
    """
    of in on at by for from to with within across among amongst through throughout during over under between into
    onto upon and or but nor as is are was were be been being has have had having will would shall should can
    could may might must do does did which who whom whose where when while whereas if that than then not no there
    about above below after before since until till up down out off via per vs versus & against toward towards
    plus this
    """
)

PREPOSITIONS = word_set(
    """
    of in on at by for from to with within across among amongst through throughout during over under into via per
    using
    """
)
"""Words that open a phrase inside a subject."""

AUXILIARIES = word_set(
    """
    is are was were be been being has have had will would shall should can could may might must do does did 's
    isn't wasn't aren't won't didn't doesn't
    """
)

VERBS = word_set(
    """
    accounted accounts account accounting held holds hold holding dominated dominates dominate dominating led
    leads captured captures capture capturing contributed contributes contribute contributing represented
    represents represent representing constituted constitutes constitute constituting comprised comprises comprise
    comprising commanded commands command commanding generated generates generate generating recorded records
    record recording registered registers register registering reached reaches reach reaching stood stands stand
    standing totaled totalled totals totaling totalling amounted amounts amount amounting valued estimated
    projected expected anticipated forecast forecasted predicted pegged assessed calculated set poised slated grew
    grows grow growing grown rose rises rise rising risen increased increases increase increasing declined
    declines decline declining fell falls fall falling fallen dropped drops drop dropping decreased decreases
    decrease decreasing expanded expands expand expanding climbed climbs climb climbing jumped jumps jump jumping
    surged surges surge surging soared soar soaring shrank shrinks shrink shrinking shrunk contracted contracts
    contract contracting advanced advances advance advancing exceeded exceeds exceed exceeding surpassed surpasses
    surpass surpassing crossed crosses cross crossing hit hits hitting attained attains attain attaining achieved
    achieves achieve achieving touched touch touching exhibited exhibits exhibit exhibiting witnessed witnesses
    witness witnessing showed shows show showing shown posted posts post posting saw see seen sees seeing
    experienced experiences experience experiencing display displays displaying displayed demonstrate demonstrates
    demonstrated demonstrating reported reports report reporting remained remains remain remaining made makes make
    making took takes take taking secured secures secure securing garnered garners garner garnering emerged
    emerges emerge emerging gained gains gain gaining maintained maintains maintain maintaining retained retains
    retain retaining continued continues continue continuing earned earns earn earning yielded yields yield
    yielding reflected reflects reflect reflecting indicating indicates indicated indicate implying implies
    implied marks marked marking went goes go going gone became become becomes becoming approach approaches
    approached approaching moved moves move moving translates translating translated translate equals equaled
    equalled equal equating equates equate equivalent compared comparing offered offers offer offering progress
    progressing progresses progressed propel propelled propelling doubling doubled double tripling tripled triple
    nearing neared near top topped tops topping averaged averages average averaging ranged ranges range ranging
    slipped slips slip slipping accelerated accelerates accelerate accelerating slowed slows slow slowing
    rebounded recovered recover recovering swell swelled swelling balloon ballooned ballooning cited concentrated
    followed brought bring brings sold shipped delivered installed deployed expects expect gives give gave puts
    put says say revises revised revise restated restates consumed consumes consume correspond corresponds
    corresponded corresponding run runs running cost costs costing lists list listed contains contain contained
    covers covered includes include included features featured provides provided profiles profiled fetched fetch
    fetching evolve evolving develop developing worth owned owns own owning resulting resulted results
    pass passes passed passing follow follows trails trailed ranks ranked comes came booked
    books book sells sell charges charged charge lost loses lose losing exported imported produced employed employs
    turned turns counted treated performed carried registered recorded
    """
)
"""Finite and participle forms the trade says levels, shares and growth with."""

CAUSES = word_set(
    """
    driven fueled fuelled propelled supported backed bolstered boosted spurred underpinned owing due thanks
    attributed attributable because amid amidst despite aided helped reflecting led buoyed underscoring
    highlighting underlining making as since although though given following after when where stimulated
    strengthened accelerated catalyzed encouraged prompted
    """
)
"""Words that open a phrase of reasons or circumstances, which does not narrow what is measured."""

"""What follows "by" or "in terms of" without naming a breakdown into segments."""

EXCLUDING = word_set(
    """
    excluding except excl ex outside non beyond without minus rest remainder apart other besides than
    """
)
"""Words before a place that take it out of what is measured."""

NEGATIONS = word_set(
    """
    not never neither nor without rather instead unless didn't doesn't isn't wasn't won't cannot failed fails fail
    """
)
"""Words that deny what follows."""

REPORTING = word_set(
    """
    estimated estimates estimate expected expects projected projects predicted predicts forecast forecasts
    forecasted anticipated anticipates states stated says said suggests suggested shows showed indicates indicated
    believes believed believe reveals revealed finds found noted notes reports reported project anticipate expect
    predict highlights
    """
)
"""Verbs that may stand before "that": "analysts estimate that"."""

VOICES = word_set(
    """
    report reports study studies research analysis edition publication analyst analysts expert experts team author
    authors findings data document page chapter section
    """
)
"""Who speaks in a report: itself and its authors. As a subject they narrow nothing."""

POINTERS = word_set("it this these they its their such former latter")
"""Words that point back at what the sentence before spoke of."""
