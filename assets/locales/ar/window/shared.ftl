# Arabic. A native reader should check this translation.

## What every page of the window says. Sentence case, verbs on buttons, the town's own words.

member-number = العضو { $member }
member-named = { $name } (العضو { $member })
member-hint = بالاسم أو الرقم. ومن ليس على الكشف يُقيَّد أولًا.
member-hint-open = بالاسم أو بالرقم. ويجوز تركه فارغًا.
member-meant = { $name ->
        [none] العضو { $member }.
       *[other] { $name }، الرقم { $member }.
    }
member-meant-nobody = لا أحد، أو أكثر من شخص، بهذا الاسم. اختر واحدًا من القائمة أو اكتب الرقم.
# The mark keeps one order, wherever an amount stands and whatever is counted.
amount = ‏{ $quantity } { $commodity }
sheet-close = إغلاق
form-busy = جارٍ التسجيل…
margin-open = { $moment }. يفتح السلسلة من هذا الإجراء إلى القرار الذي يستند إليه.
refused-rule = القاعدة { $rule }.
seen-commons = سيرى الجيران:
seen-inside = يبقى هذا داخل المجلس، ولا يرى الجيران منه شيئًا.
seen-own = لا تحمله إلا حواسيبك أنت، ولا يُقال لأحد غيرك إن هناك شيئًا.
skip = الانتقال إلى الصفحة
working = لحظة…
place-stick = { $name }، ذاكرة USB
place-home = المجلد الرئيسي
file-choose = اختيار ملف
file-none = لم يُختر ملف.
day-none = لم يُختر يوم.
more-show = { $count ->
        [one] عرض واحد آخر
        [two] عرض اثنين آخرين
       *[other] عرض { $count } أخرى
    }
more-shown = { $shown } من { $of }
more-printed = المطبوع هنا { $shown } من { $of }.


## What acts count for

standing-counts = معتدّ به
standing-pending = ينتظر التوقيعات
standing-contested = محل خلاف
standing-split = منقسم
standing-void = باطل
standing-newer = من إصدار أحدث
standing-called = دُعي إليها
standing-open = مفتوحة
standing-closed = مغلقة
standing-adopted = معتمد
standing-sealed = مختوم
standing-rejected = مرفوض
standing-deferred = مؤجَّل
standing-held = ساري المفعول
standing-taken-back = معكوس
standing-valid = قائم
standing-void-as-far-as-known = باطل بحسب ما يُعرف هنا
standing-owed = ينتظر التقرير
standing-put-off = أجّله الهدوء
standing-quiet = في هدوء الآن
standing-ahead = يبدأ لاحقًا
standing-overdue = تجاوز موعد نهايته
standing-ended = انتهى
standing-recalled = سُحب


## Duties

duty-facilitator = ميسّر الجلسات
duty-treasurer = أمين الصندوق
duty-delegate = مندوب
duty-courier = ساعي البلدة
duty-steward = قيّم
duty-board = عضو اللجنة


## Acts, as a person would say them

act-roll-found = { $place ->
        [none] تأسّس مجلس { $name }.
       *[other] تأسّس مجلس { $name }، ويجتمع في { $place }.
    }
act-roll-enrol = { $count ->
        [one] قُيّد عضو واحد: { $numbers }.
        [two] قُيّد عضوان: { $numbers }.
        [few] قُيّد { $count } أعضاء: { $numbers }.
        [many] قُيّد { $count } عضوًا: { $numbers }.
       *[other] قُيّد { $count } عضو: { $numbers }.
    }
act-roll-card = غُيّرت بطاقة { $who }.
act-roll-leave = غادر { $who } في { $day }.
act-roll-admit = قُبل حاسوب محمول يخص { $who }.
act-roll-admit-paper = تدخل الكشف بطاقة استرجاع تخص { $who }.
act-roll-remove = شُطب المفتاح { $device } من الكشف: { $reason }
act-roll-quorum = من الآن يجب أن يوقّع كل ما هو ملزم { $k ->
        [one] واحد
        [two] اثنان
       *[other] { $k }
    } من أصحاب الحواسيب المحمولة، وما يغيّر الكشف نفسه يلزمه أكثر من نصفهم.
act-roll-sign = توقيع على الإجراء { $act }.
act-roll-ratify = مصادقة على القيد محل الخلاف { $act } ليُعتدّ به.
act-charter-adopt = اعتُمد الميثاق: { $title }، { $count ->
        [one] مادة واحدة
        [two] مادتان
        [few] { $count } مواد
       *[other] { $count } مادة
    }.
act-charter-amend = عُدّل الميثاق.{ $dropped ->
        [none] {""}
       *[other] {" "}حُذف: { $dropped }.
    }{ $clauses ->
        [none] {""}
       *[other] {" "}نص جديد لـ: { $clauses }.
    }
act-meeting-call = دعوة إلى جلسة { $meeting } في { $place }.{ $items ->
        [none] {""}
       *[other] {" "}على جدول الأعمال: { $items }.
    }
act-meeting-item = أُدرج على جدول الأعمال: { $title }.
act-meeting-open = افتُتحت الجلسة، وعدد الحاضرين { $present }.
act-meeting-presence = عدد الحاضرين { $present }.
act-meeting-move = قُدّم اقتراح{ $mover ->
        [none] {""}
       *[other] {" "}من { $mover }
    }: { $title }. { $text }
act-meeting-withdraw = استُردّ الاقتراح.
act-meeting-decide-count = القرار { $number }، { $outcome }: مع { $for }، ضد { $against }، ممتنع { $abstain }.
act-meeting-decide-consent = القرار { $number }، { $outcome }، بالتوافق: { $objections ->
        [0] بلا اعتراض
        [one] بقي اعتراض واحد قائمًا
        [two] بقي اعتراضان قائمين
        [few] بقيت { $objections } اعتراضات قائمة
        [many] بقي { $objections } اعتراضًا قائمًا
       *[other] بقي { $objections } اعتراض قائمًا
    }.
act-meeting-correct = تصحيح: { $text }
act-meeting-action = مطلوب إنجازه قبل نهاية { $due }{ $who ->
        [none] {""}
       *[other] {" "}من { $who }
    }: { $what }
act-meeting-done = أُنجز المطلوب.
act-meeting-close = أُغلقت جلسة { $meeting }.
act-meeting-adopt = اعتُمد محضر جلسة { $meeting }.
act-meeting-seal = خُتم محضر جلسة { $meeting }.
act-mandate-grant = فُوّض { $who } بصفة { $duty } من { $from } إلى { $until }{ $accounts ->
        [none] {""}
       *[other] ، في هذه الحسابات دون غيرها: { $accounts }
    }{ $body ->
        [none] {""}
       *[other] ، في { $body }
    }.
act-mandate-recall = سُحب التفويض. { $reason }
act-mandate-agree = في { $day } وافق المندوب: { $what }
act-mandate-report = سُمع التقرير في { $day }.
act-mandate-miss = تُثبت جلسة { $meeting } أن التقرير لم يأتِ في وقته.
act-quiet-begin = البلدة في هدوء من { $from } إلى { $until }.
act-quiet-end = ينتهي الهدوء في { $day }.
act-ledger-open = فُتح الحساب { $account }.
act-ledger-budget = ميزانية دائمة حتى { $until }، بما لا يزيد على { $limits } للحسابات { $accounts }: { $name }.
act-ledger-post = { $day }: { $text } ({ $lines })
act-ledger-reverse = عُكس قيد: { $reason }
act-ledger-close = أُقفلت الحسابات { $accounts } حتى { $until }{ $counted ->
        [none] .
       *[other] {" "}بحسب ما جُرد: { $counted }.
    }
act-posting = ‏{ $account } { $amount }
act-people-strike = شُطبت بطاقة { $who }، وتُحذف حيثما وصل الخبر.
act-floor-attend = { $arrived ->
        [none] {""}
       *[other] حضر: { $arrived }.
    }{ $left ->
        [none] {""}
       *[other] {" "}انصرف: { $left }.
    }
act-floor-object = يعترض { $who }: { $reason }
act-floor-note = ملاحظة: { $text }
act-neighbour-invite = { $who ->
        [none] دُعيت بلدة، حتى { $until }.
       *[other] دُعي حاسوب محمول آخر يخص { $who }، حتى { $until }.
    }
act-neighbour-revoke = سُحبت دعوة.
act-neighbour-join = صارت { $name } بلدة جارة.
act-neighbour-ask = حاسوب محمول يطلب القبول.
act-neighbour-part = لم تعد البلدة { $town } جارة.
act-witness-cosign = { $count ->
        [0] شهادة على موضع سجل البلدة { $town }.
        [one] شهادة على ختم أو إغلاق واحد للبلدة { $town } وعلى موضع سجلها.
       *[other] شهادة على الأختام والإغلاقات للبلدة { $town }، وعددها { $count }، وعلى موضع سجلها.
    }
act-sealed-put = كُتب شيء لا يقرؤه إلا بعض الأعضاء.
act-note-write = دُوّن للنفس وحدها: { $text }
act-note-drop = استُبعدت ملاحظة.
act-draft-open = بُدئت مسودة: { $title }.
act-draft-edit = كُتبت كلمات في مسودة.
act-draft-close = أُغلقت مسودة.
act-newer = شيء كتبه إصدار أحدث من Folkmoot: { $kind }.


## The frame of the window

rail = Folkmoot
rail-home = البداية
rail-minutes = الجلسات
rail-charter = الميثاق
rail-ledger = دفتر الحسابات
rail-mandate = التفويضات
rail-people = الناس
rail-neighbour = البلدات
rail-search = البحث
rail-settings = الإعدادات
rail-assembly = المجلس
rail-palette = كل الأعمال
rail-kept = كل شيء محفوظ هنا.
rail-kept-alone = محفوظ على هذا الحاسوب المحمول وحده.
rail-met = { $town }: تم اللقاء، { $came ->
        [0] ولا جديد
        [one] ووصل قيد واحد
        [two] ووصل قيدان
        [few] ووصلت { $came } قيود
        [many] ووصل { $came } قيدًا
       *[other] ووصل { $came } قيد
    }.
rail-quiet = هدوء: لا يُرسَل شيء.
rail-quiet-until = هدوء حتى { $until }: لا اتصال ولا إرسال ولا إعلان.

notice-undo = تراجع
notice-undone = تم التراجع بقيد تصحيح، ويبقى القيدان كلاهما.

palette-title = ماذا تريد أن تفعل؟
palette-none = لا عمل بهذا الاسم.
palette-hint = الأسهم للاختيار، Enter للتنفيذ، Escape للإغلاق.

print-page = طباعة هذه الصفحة
printed = { $town }، طُبع في { $day }

about-unknown = هذه الصفحة ليست في الدفتر.


## Codes

code-copy = نسخ الرمز
code-copied = نُسخ.
code-picture = الرمز نفسه صورةً لآلة التصوير
code-selected = هو محدَّد: انسخه بـ Ctrl C.
code-invite = رمز الدعوة
code-answer = رمز الجواب
code-ask = رمز طلب القبول
code-acts = الرمز وفيه الإجراء وتوقيعاته
code-acts-of = الإجراء رمزًا، { $part } من { $of }
code-given = الرمز
code-given-hint = يبدأ بـ ‎folkmoot:‎ ويُكتب بحروف صغيرة أو كبيرة.
revoke-says = لا يمكن لأحد أن يجيب عنها بعد ذلك، ولو كان الرمز في يده. وإن كانوا لا يزالون موضع ترحيب فأنشئ دعوة جديدة.
revoke-used = من دخل بهذه الدعوة وحدها لم يعد موضع ترحيب هنا. ويبقى ما أرسله في الدفتر.
revoke-do = استرداد الدعوة
