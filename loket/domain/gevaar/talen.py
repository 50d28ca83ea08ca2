"""Signs in other languages than Dutch: patterns over lower-case words without accents or apostrophes.

The plainest sayings only: who writes another language is also told, in that language, whom to call.
A `_` is up to three words.
"""

from __future__ import annotations

from collections.abc import Mapping

from loket.domain.gevaar.soorten import Gevaar

_WIE_FR = (
    r"(?:me|m|nous|la|le|les enfants|ma fille|mon fils|ma mere|mon frere|ma soeur|l enfant|son fils|sa fille)"
)
_WIE_EN = (
    r"(?:me|us|her|him|them|my (?:\w+ )?(?:kids?|children|son|daughter|mom|mum|mother|brother|sister|baby)|"
    r"the (?:kids|children|baby))"
)
_WIE_DE = (
    r"(?:mich|uns|sie|ihn|die kinder|meine (?:mutter|schwester|tochter|kinder)|meinen (?:sohn|bruder)|"
    r"ihren sohn)"
)
_WIE_ES = r"(?:mi hijo|mi hija|mis hijos|los ninos|mi madre|mi hermano|mi hermana|la nina|el nino)"
_WIE_PL = r"(?:mnie|nas|ja|go|je|dzieci|dziecko|syna|corke|brata|siostre|mame|matke)"

ANDERE_TALEN: Mapping[Gevaar, tuple[tuple[str, str], ...]] = {
    Gevaar.ZELFDODING: (
        (
            "fr",
            r"\b(?:veux|veut|voudrais|envie de|prefere|aimerais|souhaite) (?:juste )?mourir\b|\bsuicid\w*",
        ),
        (
            "fr",
            r"\b(?:me|se|te) (?:tuer|pendre|suicider|foutre en l air)\b|\bmettre fin a (?:mes|ses) jours\b",
        ),
        (
            "fr",
            r"\bplus (?:l )?(?:envie de |la force de )?(?:vivre|exister)\b|\ben finir avec (?:la|ma|"
            r"sa) vie\b",
        ),
        ("fr", r"\b(?:veux|veut) en finir\b|\bsauter (?:du|d un|sous) _ ?(?:pont|train|toit|balcon)\b"),
        (
            "en",
            r"\b(?:want|wants|wanna|wanted|going|gonna|ready|wish to) (?:to )?(?:just )?(?:die|be dead|"
            r"end it)\b",
        ),
        (
            "en",
            r"\bkill(?:ing)? (?:my|him|her|them)sel(?:f|ves)\b|\bend(?:ing)? (?:my|her|his) (?:own )?life\b|"
            r"\bend it all\b",
        ),
        (
            "en",
            r"\b(?:don t|dont|do not|doesn t|doesnt|not|no longer) (?:want|wanna|wants)(?: to)? _ ?(?:live|"
            r"exist|"
            r"alive|be here)\b",
        ),
        (
            "en",
            r"\bwish (?:i|he|she) (?:was|were) (?:dead|never born)\b|\bbetter off (?:dead|without me)\b|"
            r"\bno reason to live\b|\btook my own life\b|\btired of (?:living|life)\b",
        ),
        (
            "de",
            r"\b(?:will|mochte|wollte|wurde) _ ?(?:sterben|tot sein|nicht mehr leben|nicht mehr da sein)\b|"
            r"\bselbstmord\w*|\bsuizid\w*|\bselbstmort\w*",
        ),
        (
            "de",
            r"\b(?:mich|sich) (?:selbst )?(?:umbringen|toten|erhangen|aufhangen)\b|\bbringe? (?:mich|"
            r"sich) um\b|"
            r"\bnicht mehr leben (?:will|mochte|wollen)\b|\bdas leben nehmen\b",
        ),
        (
            "es",
            r"\b(?:quiero|quiere|quisiera|ganas de|gustaria|deseo) (?:morir\w*|matarme|estar muert\w)\b|"
            r"\b(?:suicid|quitarme la vida|quitarse la vida)\w*",
        ),
        (
            "es",
            r"\bno (?:quiero|quiere|tengo ganas de) (?:seguir )?(?:viv\w+|existir)\b|\bse (?:va a|"
            r"quiere) matar\b|"
            r"\bme (?:voy a|quiero) matar\b|\bmatar(?:me|se)\b|\bacabar con (?:mi|su) vida\b",
        ),
        (
            "tr",
            r"\bolmek ist\w*|\bintihar\w*|\bkendimi (?:oldur\w*|asa\w*)|\bkendini (?:oldur\w*|asmak)|"
            r"\byasamak istemi\w*|\bcanima kiy\w*",
        ),
        (
            "ar",
            r"(?:اريد|بدي|ابغى|ابي|عايز|عايزه|نفسي|اتمنى|يريد|تريد)(?: ان| انا)? (?:ا|ن|ي|ت)موت|انتحار|انتحر|"
            r"(?:ا|ي|ت)قتل نفس\w*|اقتل حالي|لا (?:اريد|ارغب|يريد|تريد) (?:ان |في )?(?:ا|ي|ت)?(?:عيش|الحياه|"
            r"الحياة)|"
            r"انهي حياتي|ما بدي عيش|(?:بدي|ابغى|عايز) (?:ا)?موت",
        ),
        (
            "pl",
            r"\b(?:chce|chcialabym|chcialbym|wole) (?:\w+ )?(?:umrzec|zginac|nie zyc|sie zabic|zabic sie)\b|"
            r"\bsamobojst\w*|\bnie (?:chce|chca|mam sily|mam ochoty) (?:juz |mi sie )?(?:\w+ )?zyc\b|"
            r"\bzabic sie\b|"
            r"\bsie zabic\b|\bzabije sie\b|\bodebrac sobie zycie\b|\bpowiesic sie\b|\bsie powiesic\b",
        ),
        (
            "ro",
            r"\b(?:vreau|vrea|as vrea|imi vine) (?:sa )?(?:mor|moara|ma omor|ma sinucid|se omoare)\b|"
            r"\bsinuci\w*|"
            r"\bnu (?:mai )?(?:vreau|vrea) sa (?:mai )?(?:trai\w*|exist\w*)|\bma omor\b|\bimi iau viata\b",
        ),
        (
            "uk",
            r"\b(?:хочу|хоче|хотів би|хотіла б|хочет) (?:\w+ )?(?:померти|вмерти|умереть|вбити себе|"
            r"убить себя)\b|"
            r"\b(?:само[гу]б\w*|самоуб\w*|суицид\w*|суицид\w*|суіцид\w*)|\b(?:не хочу|не хоче|"
            r"не хочет) (?:\w+ )?"
            r"(?:жити|жить)\b|\b(?:вбити|вбю|убить|убью) себ\w*|\bнакласти на себе руки\b|\bпокінчити (?:з|"
            r"із) "
            r"(?:собою|життям)\b|\bпокончить с собои\b",
        ),
    ),
    Gevaar.ZELFVERWONDING: (
        (
            "fr",
            r"\b(?:me|se|s) (?:coupe|coupent|scarifie|mutile|blesse|brule|entaille|taillade)\b(?! la parole)",
        ),
        (
            "en",
            r"\b(?:cut|cuts|cutting|hurt|hurts|hurting|harm|harms|harming|burn|burns|burning) (?:my|him|"
            r"her)self\b|"
            r"\bself ?harm\w*|\bcut(?:ting|s)? (?:my|her|his) (?:arms?|wrists?|legs?)\b",
        ),
        (
            "de",
            r"\britz(?:e|t|en) (?:mich|sich)\b|\b(?:mich|sich) ritz\w*|\bverletz(?:e|t|en) (?:mich|"
            r"sich)(?: selbst)?\b|"
            r"\b(?:mich|sich) selbst (?:zu )?verletz\w*|\bschneide (?:mich|mir)\b|\bschneidet sich\b",
        ),
        (
            "es",
            r"\b(?:me|se) (?:corto|corta|corte|hago dano|hace dano|autolesion\w*|lastimo)\b|\bautolesion\w*",
        ),
        (
            "tr",
            r"\bkendim[ie] (?:kesi\w*|zarar ver\w*|jilet\w*)|\bkendin[ie] (?:kesi\w*|zarar ver\w*|jilet\w*)|"
            r"\bkol(?:umu|larimi|unu) kesi\w*|\bbilek\w* kes\w*",
        ),
        ("ar", r"(?:ا|ي|ت)(?:جرح|ذي|وذي|وذي|قطع) (?:نفس|جسد|يد|ذراع)\w*|بجرح (?:حالي|نفسي)"),
        (
            "pl",
            r"\b(?:tne|tnie|kalecze|kaleczy|okaleczam|okalecza|ranie) sie\b|\bsie (?:tne|tnie|kalecze|"
            r"kaleczy|"
            r"okalecza\w*)\b|\bsamookalecz\w*",
        ),
        (
            "ro",
            r"\b(?:ma|se) (?:tai|taie|taiesc|ranesc|raneste|automutil\w*)\b|\bimi tai (?:venele|mainile|"
            r"bratele)\b",
        ),
        (
            "uk",
            r"\b(?:ріжу|ріже|режу|режет|різати|калічу|калічить|раню) (?:себе|собі|себя|руки|вени|вены)\b|"
            r"\bсебе (?:ріж\w*|різа\w*|каліч\w*)\b|\bсебе боляче\b|\bсамопошкод\w*",
        ),
    ),
    Gevaar.GEWELD: (
        (
            "fr",
            rf"\b(?:frappe|frappent|frappait|bat|battent|battait|tape|tapent|maltraite|menace|"
            rf"etrangle) {_WIE_FR}\b",
        ),
        (
            "fr",
            rf"\b{_WIE_FR} (?:frappe|frappent|bat|battent|tape|tapent|maltraite|a frappee?|a battue?|gifle|"
            rf"a tape)\b",
        ),
        (
            "fr",
            r"\bviolen(?:ces?|t) (?:conjugales?|familiales?|domestiques?|avec|envers|a la maison)\b|"
            r"\bmaltrait\w*|"
            r"\b(?:suis|est) battue?\b|\bpeur de mon (?:pere|mari|beau pere|frere|ex)\b|"
            r"\bcoups (?:a la maison|de mon)\b",
        ),
        (
            "en",
            rf"\b(?:hits?|hitting|beats?|beating|kicks?|slaps?|punch\w*|chok\w*|strangl\w*|threaten\w*|"
            rf"abuses?) {_WIE_EN}\b",
        ),
        (
            "en",
            r"\b(?:gets?|got|being|was|is|am) (?:beaten|hit|abused|threatened)\b|\bbeats? up\b|"
            r"\bdomestic (?:violence|abuse)\b|"
            r"\bgoing to kill (?:me|us|her)\b|\bscared of my (?:dad|father|stepdad|mom|husband|boyfriend)\b",
        ),
        (
            "de",
            rf"\b(?:schlagt|schlug|schlagen|verprugelt|prugelt|tritt|wurgt|misshandelt|bedroht) {_WIE_DE}\b|"
            rf"\b{_WIE_DE} (?:\w+ )?(?:schlagt|geschlagen|verprugelt|misshandelt|bedroht)\b|"
            rf"\bhausliche gewalt\b|\bwerde (?:\w+ ){{0,4}}geschlagen\b",
        ),
        (
            "es",
            rf"\b(?:me|nos|le|la|les) (?:pega|pegan|golpea|golpean|maltrata|amenaza|pego)\b|\b(?:pega|"
            rf"golpea|maltrata) a {_WIE_ES}\b|"
            r"\bviolencia (?:domestica|de genero|en casa|familiar)\b|\bpega a (?:mi|los|las)\b",
        ),
        (
            "tr",
            r"\b(?:beni|bizi|onu|cocuk\w*|annemi|kardesimi|oglumu|kizimi)(?: \w+){0,3} (?:dov\w*|vuru\w*|"
            r"tekmel\w*|tehdit)\b|"
            r"\b(?:dovuyor|dayak|siddet goru\w*)\w*|\bbana (?:vuru\w*|siddet)\b|\baile ici siddet\b",
        ),
        (
            "ar",
            r"(?:ي|ت|ب|بي|بت)?ضرب(?:ني|نا|ها|ه|هم|وني|ونا)|(?:ي|ت|بي)ضرب (?:الاطفال|الاولاد|ابني|ابنتي|امي|"
            r"اخي|اختي|زوجته|اولادي|اطفالي)|"
            r"(?:ي|ت)?هددني|يعنف\w*|عنف (?:اسري|منزلي|في البيت)|يريد قتلي|سيقتلني|(?:ي|ت)عتدي علي",
        ),
        (
            "pl",
            rf"\b(?:bije|bija|bil|pobil|kopie|dusi|uderzyl|uderza|grozi) {_WIE_PL}\b|"
            rf"\b{_WIE_PL} (?:\w+ )?(?:bije|bija|pobil|kopie|uderzyl)\b|"
            r"\bprzemoc\w* (?:w domu|domow\w*|w rodzinie)\b|\bzneca sie\b",
        ),
        (
            "ro",
            r"\b(?:ma|ne|il|o|ii|imi|pe mine) (?:bate|batut|bat|loveste|lovit|ameninta|a batut|a lovit)\b|"
            r"\bbate (?:pe )?(?:copii\w*|mama|fratele|sora|fiul)\b|"
            r"\bviolenta (?:domestica|in familie|acasa)\b",
        ),
        (
            "uk",
            r"\b(?:мене|нас|меня|дітеи|детеи|сина|дочку|доньку|маму|брата|сестру|дитину|іі)(?: \w+)? (?:б є|"
            r"бє|бють|б ють|бьет|бил\w*|побив|побил|вдарив|душить)\b|"
            r"\b(?:б є|бє|б ють|бьет|побив|вдарив|душить|избивает) (?:мене|нас|меня|дітеи|детеи|сина|дочку|"
            r"доньку|маму|брата|сестру|дитину)\b|"
            r"\b(?:домашн\w* насил\w*)|\bпогрожує (?:мені|вбити)\b",
        ),
    ),
    Gevaar.MISBRUIK: (
        (
            "fr",
            r"\bm[ae]? (?:a )?viole\w*|\b(?:ete|etre|suis|est) violee?s?\b|\bviolee\b|\b(?:abuse|abusee?|"
            r"abuser|abuse sexuellement) (?:de )?(?:moi|elle|ma|mon|lui)\b|"
            r"\battouchement\w*|\bagress\w* sexuel\w*|\babus sexuels?\b|\b(?:me|la|le) (?:touche|caresse|"
            r"tripote)\b(?! (?:beaucoup|droit|profond))|\binceste\b",
        ),
        (
            "fr",
            r"\b(?:photos?|video|images?|selfies?) (?:\w+ )?(?:nue?s?|intimes?|denude\w*)\b|"
            r"\b(?:nue?s?) en (?:photo|video)\b",
        ),
        (
            "en",
            r"\braped?\b|\braping\b|\bmolest\w*|\btouch(?:es|ed|ing) (?:me|her|him|my (?:private|body|"
            r"breasts?|daughter|son|sister))\b|"
            r"\bsexual(?:ly)? (?:abus\w*|assault\w*|harass\w*)\b|\b(?:nudes?|naked|nude) ?(?:pics?|"
            r"pictures?|photos?|videos?)?\b|\bblackmail\w*|\bsextort\w*|"
            r"\b(?:forced?|forces|makes|made) me (?:to )?(?:have )?(?:sex|undress|touch)\b|"
            r"\bhave sex with me\b",
        ),
        (
            "de",
            r"\bvergewaltig\w*|\bmissbrauch(?:t|en)? (?:mich|meine\w*|sie|ihn|worden)\b|"
            r"\b(?:sexuell\w*) (?:missbrauch\w*|belastig\w*|gewalt)\b|"
            r"\b(?:fasst|fasste|beruhrt|begrapscht|befummelt) (?:mich|sie|meine (?:tochter|schwester))\b|"
            r"\bnackt(?:foto|bild|video)\w*|\bnacktaufnahm\w*",
        ),
        (
            "es",
            r"\b(?:me|la|lo) (?:viol[oa]|violaron|toca|toco|manosea|tocaba)\b|\b(?:fui|fue|ha sido|"
            r"he sido) (?:violad\w|abusad\w)\b|\babus(?:a|o|an|aba|aron) (?:sexualmente )?(?:de|a) (?:mi|"
            r"ella|el|mis)\b|"
            r"\babuso sexual\b|\b(?:fotos?|videos?|imagenes) (?:\w+ )?(?:desnud\w*|intim\w*)\b",
        ),
        (
            "tr",
            r"\btecavuz\w*|\btaciz\w*|\bbana (?:dokunu\w*|dokundu|elliyor)\b|\bciplak (?:foto\w*|resim\w*|"
            r"video\w*)|\bistismar\w*",
        ),
        (
            "ar",
            r"اغتص\w*|تحرش\w*|يتحرش\w*|(?:ي|ت|بي)?لمسني|يلمس (?:جسدي|ابنتي|ابني|اختي)|الاغتصاب|اعتداء جنسي|"
            r"اعتدى علي جنسيا|صور(?:ي|تي)? (?:عاري\w*|العاري\w*|وانا عاري\w*)|ابتز\w*|يبتزني",
        ),
        (
            "pl",
            r"\bzgwalc\w*|\bgwalc\w*|\bgwalt\w*|\bmolestow\w*|\bmolestuje\b|\bdotyka (?:mnie|ja|moj\w*)\b|"
            r"\b(?:mnie|ja) (?:\w+ )?(?:dotyka\w*|obmacuje|molest\w*)\b|\bnagie (?:zdjecia|fotki)\b|"
            r"\bmoje nagie\b|\bwykorzyst\w* seksualn\w*",
        ),
        (
            "ro",
            r"\bviolat\w*|\bviolez\w*|\babuz(?:at\w*|eaza)? (?:sexual\w*)\b|\babuzat\w*|\bma (?:atinge|"
            r"pipaie|mangaie)\b|\bpoze (?:\w+ )?(?:nud\w*|goal\w*|dezbracat\w*)",
        ),
        (
            "uk",
            r"\b(?:з|по)?[гґ]валт\w*|\b(?:и|по)?знасил\w*|\bизнасил\w*|\bрозбещ\w*|\bдомога\w*|\b(?:чіпає|"
            r"торкається|лапає|трогает|мацає) (?:мене|меня|моєі|мою|доньку|дочку)\b|"
            r"\b(?:мене|меня)(?: \w+)? (?:чіпає|лапає|мацає|трогает)\b|\b(?:гол[іиы]\w*|інтимн\w*|"
            r"оголен\w*) (?:фото|знімк|відео|видео)\w*|\bшантаж\w*",
        ),
    ),
    Gevaar.ONMIDDELLIJK: (
        (
            "fr",
            r"\b(?:suis|est|sommes) en danger\b|\benferm(?:e|ee|es|ent|er|es|ait) (?:moi|dans|a clef?|ici|"
            r"depuis)\b|\b(?:m|l|nous) (?:a |ont )?enferm\w*|\bsequestr\w*",
        ),
        (
            "fr",
            r"\b(?:ai|a|est|suis) (?:fugue\w*|en fugue|partie? de (?:chez|la maison))\b|\bfugue\w*|"
            r"\bdors (?:dehors|dans la rue)\b|\b(?:avale|pris|prise|bu) _ ?(?:boite|trop|tous|toute|cachets|"
            r"pilules|medicaments|comprimes)\b|\b(?:a|avec) un couteau\b|\bappelez (?:la police|"
            r"une ambulance)\b",
        ),
        (
            "en",
            r"\bi ran away\b|\b(?:ran|run|running|runs) away from (?:home|my)\b|\block(?:ed|s|ing)? (?:me|"
            r"us|her|him)(?: up| in)?\b|\b(?:am|im|m|is|are) (?:in danger|locked (?:in|up)|not safe|"
            r"trapped)\b|\bcan ?t get out\b|"
            r"\btook _ ?(?:bottle|too many|all|lots|overdose)\b|\boverdos\w*|\b(?:has|with|got) a (?:knife|"
            r"gun)\b|\bcall (?:the )?(?:police|an ambulance|911|112)\b|\bnowhere to (?:sleep|go)\b|"
            r"\b(?:don t|dont|not|never) (?:feel )?safe (?:at home|here|with)\b|\bwon ?t let me (?:leave|"
            r"out|go)\b|\bswallowed _ ?pills\b",
        ),
        (
            "de",
            r"\b(?:bin|ist) (?:\w+ ){0,4}(?:weggelaufen|abgehauen|ausgerissen)\b|\b(?:zu viele|alle|"
            r"eine packung|schachtel|ganze) _ ?(?:tabletten|pillen|schlaftabletten)\b|\beingesperrt\b|"
            r"\bsperrt (?:mich|uns|sie) ein\b|\bin gefahr\b|\b(?:hat|mit) (?:ein|einem) messer\b|"
            r"\bschlafe auf der strasse\b",
        ),
        (
            "es",
            r"\b(?:me|se) (?:escape|escapo|fugue|fugo|fui) de (?:casa|mi casa)\b|\b(?:me|la|"
            r"lo) (?:encierra\w*|encerr\w*)\b|\bencerrad\w\b|\b(?:tome|tomado|trague|tragado|"
            r"tomo) _ ?(?:pastillas|muchas|todas|bote|frasco)\b|\ben peligro\b|\b(?:tiene|"
            r"con) un (?:cuchillo|arma)\b|\bduermo en la calle\b|\bsobredosis\b",
        ),
        (
            "tr",
            r"\bevden kac\w*|\bsokakta (?:kal|yat|uyu)\w*|\b(?:odaya|eve|beni) (?:\w+ )?(?:kilitl\w*|"
            r"kapat\w*|hapset\w*)|\b(?:fazla|cok|kutu|butun) (?:\w+ )?(?:hap|ilac) (?:ic|yut|al)\w*|"
            r"\btehlikede\w*|\bbicak\w* (?:var|cekti)\b",
        ),
        (
            "ar",
            r"هرب(?:ت|) من (?:ال)?(?:بيت|منزل|دار)|هربت من\b|انام في الشارع|حبس(?:ني|وني|نا|ونا)|محبوس\w*|"
            r"يحبس\w*|(?:ابتلعت|اخذت|تناولت|بلعت) (?:\w+ )?(?:علبه|علبة|كل|كثير|حبوب|جميع)|جرعه زايده|"
            r"جرعة زايدة|في خطر|معه سكين",
        ),
        (
            "pl",
            r"\buciek(?:lam|lem|la|l|am) (?:\w+ )?z (?:domu|osrodka|placowki)\b|\b(?:polkn|wzi|zazy|"
            r"lykn)\w* (?:\w+ ){0,4}(?:tablet\w*|pigul\w*|lek\w*|opakowanie|prosz\w*)|\bzamkn\w* (?:mnie|"
            r"nas|go|ja)\b|\b(?:mnie|nas) zamk\w*|\bjestem zamkniet\w*|\bw niebezpieczenstwie\b|\bma noz\b|"
            r"\bspie na ulicy\b|\bprzedawk\w*",
        ),
        (
            "ro",
            r"\b(?:am |a )?fugit de (?:acasa|la)\b|\b(?:sunt|este|m a|m au|ma) (?:inchi\w*|incui\w*|"
            r"sechestr\w*)\b|\b(?:inghitit|luat) (?:\w+ ){0,3}(?:pastile\w*|medicament\w*|cutie\w*)|"
            r"\bin pericol\b|\bare un cutit\b|\bdorm pe strada\b",
        ),
        (
            "uk",
            r"\b(?:втекл[аи]|втік|утекл[аи]|сбежал\w*|тікаю) (?:\w+ )?(?:з|із|из) (?:дому|дома|притулку)\b|"
            r"\b(?:зачинил\w*|замкнул\w*|закрил\w*|заперл\w*|замкнен\w*|зачинен\w*|заперт\w*) (?:мене|нас|"
            r"меня|в кімнаті|у кімнаті)\b|\b(?:мене|меня) (?:зачинил\w*|замкнул\w*|закрил\w*|заперл\w*)|"
            r"\b(?:випи|наковта|проковтну|выпи)\w* (?:\w+ ){0,3}(?:таблет\w*|пігул\w*|ліки|ліків)|\b(?:в|"
            r"у) небезпеці\b|\bв опасности\b|\b(?:має|в нього|у нього) ніж\b|\bсплю на вулиці\b",
        ),
    ),
}

ONTKEND: tuple[str, ...] = (
    r"\bnobody (?:hits|beats|hurts|touches) \w+\b(?! (?:but|except))|\b(?:not|isn t) in danger\b",
    r"\bpersonne (?:ne|een) (?:me|nous|le|la) (?:frappe|bat|tape|touche)\b",
    r"\b(?:suis|est|sommes) pas en danger\b",
    r"\bnadie (?:me|nos) (?:pega|golpea|toca)\b|\bno (?:estoy|esta|estamos) en peligro\b",
    r"\bnikt (?:mnie|nas) nie bije\b|\bnie (?:jestem|jest|jestesmy) w niebezpieczenstwie\b",
    r"\bnimeni nu (?:ma|ne) (?:bate|loveste)\b|\bnu (?:sunt|este|suntem) in pericol\b",
    r"\bне (?:в|у) небезпеці\b|\bніхто (?:мене|нас) не б є\b",
    r"\btehlikede degil\w*|\bkimse (?:bana|bize) vurmuyor\b",
    r"لست في خطر|لا احد يضرب\w*",
)
"""Plain denials, taken out before the signs are looked for."""

TEKENEND: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        [
            "je",
            "j",
            "mon",
            "ma",
            "mes",
            "il",
            "elle",
            "on",
            "me",
            "m",
            "suis",
            "est",
            "nous",
            "mari",
            "pere",
            "fille",
            "fils",
            "tu",
        ]
    ),
    "en": frozenset(
        [
            "i",
            "im",
            "my",
            "me",
            "he",
            "she",
            "they",
            "him",
            "her",
            "we",
            "you",
            "someone",
            "us",
            "his",
            "the",
            "was",
        ]
    ),
    "de": frozenset(["ich", "mich", "mein", "meine", "meinen", "er", "sie", "wir", "mir", "uns"]),
    "es": frozenset(
        [
            "me",
            "mi",
            "no",
            "quiero",
            "quiere",
            "se",
            "mis",
            "yo",
            "nos",
            "el",
            "la",
            "mama",
            "papa",
            "mujer",
            "he",
        ]
    ),
    "ro": frozenset(
        [
            "ma",
            "sa",
            "vreau",
            "vrea",
            "am",
            "nu",
            "mea",
            "meu",
            "mi",
            "sunt",
            "imi",
            "pe",
            "se",
            "in",
            "de",
            "a",
            "o",
            "poze",
        ]
    ),
}
"""Words without which a language is not looked for: only to save time. Not listed: always looked for."""
