# Arabic. A native reader should check this translation.

## Meetings, decisions, and what somebody was asked to do

minutes-title = الجلسات
minutes-lede = حيث يقرّر المجلس وجهًا لوجه. ما تقرّر مثبت هنا برقمه، وكل ما عداه يرجع إليه.
minutes-empty = الجلسة هي حيث يقرّر الأعضاء معًا، بحاسوب محمول في القاعة أو على الورق. يقول محضرها كم حضر، وما اقتُرح، وبماذا أجابت القاعة. ثم تعتمده جلسة لاحقة ويُختم.
minutes-shelf = دفاتر المجلس
minutes-meetings = الجلسات
minutes-decisions = القرارات
minutes-actions = المطلوب إنجازه
minutes-all = كل الجلسات
minutes-more = عرض المزيد (بقي { $left })
minutes-go = إلى الجلسات
minutes-decisions-open = فتح دفتر القرارات
minutes-actions-open = فتح المطلوب إنجازه
minutes-decisions-lede = كل قرارات المجلس بأرقامها، الأحدث أولًا. لا يُنزع منها قرار أبدًا، وقد يقول قرار لاحق غير ذلك.
minutes-decisions-empty = القرار هو ما حسمته الجلسة: معتمد أو مرفوض أو مؤجَّل، مع جواب القاعة. ويكون أول قرار حين تحسم جلسة اقتراحًا.
minutes-actions-lede = ما طلبته الجلسات من الناس، مرتّبًا بموعد إنجازه.
minutes-actions-empty = للجلسة أن تطلب من شخص عملًا قبل يوم معيّن. يُطلب والجلسة مفتوحة، ويبقى هنا حتى يقول أحد إنه أُنجز.
minutes-actions-waiting = لم يُنجز بعد
minutes-actions-none = لم يبق شيء للإنجاز.
minutes-actions-done = أُنجز
minutes-by-day = قبل نهاية { $day }
minutes-asked-at = جلسة { $meeting }

# The mark at the beginning keeps the day before the letter.
meeting-day-second = ‏{ $day } ({ $second })
meeting-number = الجلسة { $number }
meeting-present = الحاضرون { $present }
meeting-decisions = { $count ->
        [0] بلا قرارات
        [one] قرار واحد
        [two] قراران
        [few] { $count } قرارات
        [many] { $count } قرارًا
       *[other] { $count } قرار
    }
meeting-on-paper = عُقدت على الورق
meeting-called-twice = دعا حاسوبان محمولان إلى هذه الجلسة في آن واحد، والدعوتان مثبتتان أدناه.
meeting-choose-entry = اختيار قيد
meeting-may-be-empty = يجوز تركه فارغًا.
meeting-minutes = { $minutes ->
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
       *[other] { $minutes } دقيقة
    }


## A call

meeting-call = الدعوة إلى جلسة
meeting-call-do = توجيه الدعوة
meeting-enter-do = تسجيل الجلسة
meeting-called = سُجّلت الدعوة إلى الجلسة.
meeting-day = اليوم
meeting-time = الوقت
meeting-time-hint = بكلماتكم، مثل: بعد العصر.
meeting-place = المكان
meeting-taken = توجد دعوة إلى جلسة في ذلك اليوم.
meeting-second = الدعوة إلى جلسة ثانية في اليوم نفسه
meeting-second-hint = سيكون اسمها { $name }.
meeting-agenda = جدول الأعمال
meeting-agenda-hint = مسألة في كل سطر، وكم دقيقة قد تأخذ. يجوز تركه فارغًا، وتُضاف المسائل لاحقًا.
meeting-agenda-none = لا شيء على جدول الأعمال بعد.
meeting-item-of = المسألة { $number }
meeting-minutes-of = دقائق المسألة { $number }
meeting-minutes-short = دقيقة
meeting-paper = عُقدت على الورق
meeting-paper-hint = كُتب المحضر باليد، ويُسجَّل الآن.
meeting-witness = من قرأ الورقة أيضًا
meeting-witness-hint = عضو غيرك يشهد أن الأمر كان كذلك.


## What comes next at a meeting

step-open = وُجّهت الدعوة إلى الجلسة. حين يجتمع الناس في القاعة، عُدّهم ثم افتتحها.
step-move = الجلسة مفتوحة. اطرح الاقتراح التالي على القاعة.
step-decide = على القاعة أن تجيب: { $motion }
step-close = أُجيب عن كل ما اقتُرح. أغلق الجلسة أو تابع.
step-sign = ينتظر هذا توقيع حواسيب محمولة أخرى: وقّع { $have } من { $need }.
step-adopt = انتهت الجلسة. تقرأ جلسة لاحقة المحضر جهرًا وتعتمده بقرار.
step-seal = اعتُمد المحضر. والختم يثبّت كل قيد فيه.
step-none = المحضر مختوم ويبقى كما هو. ويمكن تصحيح ما فيه من سهو تحت قيده.

meeting-to-open = افتتاح الجلسة
meeting-to-count = العدّ من جديد
meeting-to-item = إضافة إلى جدول الأعمال
meeting-to-move = تقديم اقتراح
meeting-to-decide = البتّ في الاقتراح
meeting-to-withdraw = استرداد الاقتراح
meeting-to-action = تكليف شخص
meeting-to-done = تسجيل الإنجاز
meeting-to-correct = تصحيح قيد
meeting-to-close = إغلاق الجلسة
meeting-to-adopt = اعتماد المحضر
meeting-to-seal = ختم المحضر
seal-begins = الختم
meeting-to-sign = عرض من وقّع
meeting-to-attend = من حضر ومن انصرف
meeting-to-object = كتابة اعتراض
meeting-to-note = كتابة ملاحظة للمجلس


## The forms of an evening

meeting-how-many = عدد الأعضاء الحاضرين
meeting-how-many-hint = يُحسب كل حاضر، بحاسوب محمول أو من دونه.
meeting-count-hint = بحسب آخر عدّ، الحاضرون { $present }.
meeting-open-do = افتتاح الجلسة
meeting-opened = الجلسة مفتوحة.
meeting-count-do = تسجيل العدد
meeting-counted = سُجّل العدد.
meeting-item-title = الموضوع
meeting-item-minutes = الدقائق التي قد يأخذها
meeting-item-do = إضافة إلى جدول الأعمال
meeting-item-done = أُدرج على جدول الأعمال.
meeting-motion-title = العنوان
meeting-motion-text = ما يقوله
meeting-motion-text-hint = كلمة كلمة كما يُقرأ جهرًا. وإن تُرك فارغًا كفى العنوان.
meeting-from-draft = من مسودة
meeting-no-draft = بلا مسودة، يُكتب هنا
meeting-from-draft-hint = تُغلق المسودة معه: ما يُقترح هو ما تسمعه القاعة.
meeting-matter = الموضوع
meeting-mover = مقدّم الاقتراح
meeting-move-do = تقديم الاقتراح
meeting-moved = طُرح الاقتراح على القاعة.
meeting-withdraw-do = استرداد الاقتراح
meeting-withdrawn = استُردّ الاقتراح.
meeting-answered = كيف تجيب القاعة
meeting-outcome = فالاقتراح إذن
meeting-review = العودة إليه في
meeting-review-hint = يجوز تركه فارغًا.
meeting-decide-do = تسجيل القرار { $number }
meeting-decided = سُجّل القرار.
meeting-action-what = ما المطلوب
meeting-action-who = ممّن
meeting-action-due = قبل نهاية أي يوم
meeting-action-carries = تنفيذ لقرار
meeting-action-do = تكليف
meeting-action-done = سُجّل التكليف.
meeting-done-do = تسجيل الإنجاز
meeting-done-done = سُجّل أنه أُنجز.
meeting-correct-entry = القيد
meeting-correct-hint = يبقى القيد كما هو، ويُكتب الصحيح تحته.
meeting-correct-text = ما الصحيح
meeting-correct-do = تسجيل التصحيح
meeting-corrected = سُجّل التصحيح.
meeting-close-says = تُسجَّل بوصفها الجلسة { $number } للمجلس. لا يُقترح فيها شيء بعد ذلك ولا يُقرَّر، وقد يلزم توقيع غيرك من أصحاب الحواسيب المحمولة.
meeting-close-left = { $count ->
        [one] بقي اقتراح واحد بلا جواب، ويجب تقديمه
        [two] بقي اقتراحان بلا جواب، ويجب تقديمهما
        [few] بقيت { $count } اقتراحات بلا جواب، ويجب تقديمها
        [many] بقي { $count } اقتراحًا بلا جواب، ويجب تقديمها
       *[other] بقي { $count } اقتراح بلا جواب، ويجب تقديمها
    } من جديد في جلسة أخرى:
meeting-close-do = إغلاق الجلسة
meeting-closed = سُجّل إغلاق الجلسة.
meeting-adopt-says = اقرأ المحضر جهرًا في جلسة لاحقة ولتقرّر فيه. ثم سمِّ ذلك القرار هنا.
meeting-adopt-do = اعتماد المحضر
meeting-adopted = اعتُمد المحضر.
meeting-seal-says = يشمل الختم كل قيد كما هو على هذا الحاسوب المحمول. بعده يمكن تصحيح القيود ولا يمكن تغييرها. وقد يلزم توقيع غيرك من أصحاب الحواسيب المحمولة.
meeting-seal-digest = يبدأ بـ { $digest }.
meeting-seal-do = ختم المحضر
meeting-sealed = سُجّل الختم.
meeting-arrived = من حضر
meeting-left = من انصرف
meeting-roster-hint = أول حروف الاسم، أو رقم. يأخذ Enter أول ما يطابق.
meeting-fits = الأعضاء المطابقون
meeting-fits-none = لا أحد هنا بهذا الاسم.
meeting-chosen = { $count ->
        [0] لم يُختر أحد
        [one] اختير واحد
        [two] اختير اثنان
       *[other] اختير { $count }
    }
meeting-unchoose = استبعاد
meeting-unchoose-who = استبعاد { $who }
meeting-attend-witness = من شهد ذلك
meeting-attend-witness-hint = حين يُكتب نيابة عنهم، شخص ثانٍ كان حاضرًا.
meeting-attend-do = تدوين
meeting-attended = دُوّن.
meeting-object-to = على أي اقتراح
meeting-object-who = من يعترض
meeting-object-how = ماذا يفعل
meeting-objects = يعترض
meeting-aside = يتنحّى
meeting-object-reason = السبب
meeting-object-do = تدوين الاعتراض
meeting-objected = دُوّن الاعتراض.
meeting-note-text = ملاحظة
meeting-note-do = تدوين الملاحظة
meeting-noted = دُوّنت الملاحظة.


## How a hall answers

answer-by-consent = بالتوافق
answer-by-count = بعدّ الأيدي
answer-objections = اعتراضات باقية
answer-aside = المتنحّون
answer-objections-hint = الاعتراض الذي عُدّل الاقتراح لأجله لا يُعدّ باقيًا.
answer-for = مع
answer-against = ضد
answer-abstain = ممتنع
answer-method = بماذا يُحسم
answer-count = مع { $for }، ضد { $against }، ممتنع { $abstain }
answer-consent = { $objections ->
        [0] بالتوافق، بلا اعتراض
        [one] بالتوافق، وبقي اعتراض واحد
        [two] بالتوافق، وبقي اعتراضان
        [few] بالتوافق، وبقيت { $objections } اعتراضات
        [many] بالتوافق، وبقي { $objections } اعتراضًا
       *[other] بالتوافق، وبقي { $objections } اعتراض
    }{ $aside ->
        [0] {""}
        [one] ، وتنحّى واحد
        [two] ، وتنحّى اثنان
       *[other] ، وتنحّى { $aside }
    }
counted-majority = من هم معه أكثر ممن هم ضده
counted-two-thirds = ثلثا من هم معه وضده
counted-consent = لا أحد ضده
method-charter-majority = يحسم الميثاق الاقتراحات بالأغلبية.
method-charter-two-thirds = يحسم الميثاق الاقتراحات بالثلثين.
method-charter-consent = يحسم الميثاق الاقتراحات بالتوافق.
outcome-adopted = معتمد
outcome-rejected = مرفوض
outcome-deferred = مؤجَّل
matter-policy = ما تفعله البلدة وما تريده
matter-administration = كيف يُنفَّذ أمر
matter-election = من يُكلَّف به


## Minutes as a record

meeting-minutes-title = المحضر
entry-called = دعوة إلى الجلسة، في { $place }.
entry-opened = افتُتحت، والحاضرون { $present }.
entry-counted = عُدّوا من جديد: الحاضرون { $present }.
entry-moved = اقتراح: { $title }
entry-decided = القرار { $number }: { $title }
entry-asked = تكليف{ $who ->
        [none] {""}
       *[other] {" "}إلى { $who }
    }: { $what }
entry-closed = أُغلقت بوصفها الجلسة { $number } للمجلس.
entry-adopted = اعتُمد هذا المحضر.
entry-sealed = خُتم هذا المحضر.
entry-paper = عُقدت على الورق، وقرأ الورقة
entry-mover = قدّمه
entry-correction = تصحيح:
standing-undecided = لم يُجَب عنه بعد
standing-withdrawn = استُردّ
standing-done = أُنجز
standing-asked = مطلوب
standing-late = فات موعده

meeting-floor = في القاعة
meeting-floor-says = تبقى الأسماء والاعتراضات والملاحظات داخل المجلس، ولا يرى الجيران منها شيئًا.
meeting-present-by-name = { $count ->
        [one] واحد حاضر باسمه
        [two] اثنان حاضران باسميهما
        [few] { $count } حاضرون بأسمائهم
       *[other] { $count } حاضرًا بأسمائهم
    }


## The register

decision-number = القرار { $number }
decision-of = قرّرته جلسة { $meeting }
decision-headed = ‏{ $number }. { $title }
decision-untitled = الاقتراح الذي وراءه غير معتدّ به هنا.
decision-review = تُعاد دراسته في { $day }
decision-answered = { $outcome }: { $answer }
decision-answer = جواب القاعة
decision-meeting = الجلسة
decision-cited = ما بُني على هذا القرار
decision-cited-none = لا شيء في الدفتر يسمّي هذا القرار بعد.
decision-cited-newer = إجراء من إصدار أحدث من Folkmoot.
meetings-find = البحث عن جلسة
meetings-find-hint = بالمكان أو باليوم، مثل: مارس 2027.
meetings-found = { $count ->
        [0] لا جلسة فيها هذه الكلمات.
        [one] جلسة واحدة فيها هذه الكلمات.
        [two] جلستان فيهما هذه الكلمات.
        [few] { $count } جلسات فيها هذه الكلمات.
        [many] { $count } جلسة فيها هذه الكلمات.
       *[other] { $count } جلسة فيها هذه الكلمات.
    }
decisions-all = كل القرارات
decisions-search = البحث عن قرار
decisions-count = { $count ->
        [one] قرار واحد
        [two] قراران
        [few] { $count } قرارات
        [many] { $count } قرارًا
       *[other] { $count } قرار
    }
decisions-found = { $count ->
        [0] لا قرار فيه هذه الكلمات.
        [one] قرار واحد فيه هذه الكلمات.
        [two] قراران فيهما هذه الكلمات.
        [few] { $count } قرارات فيها هذه الكلمات.
        [many] { $count } قرارًا فيها هذه الكلمات.
       *[other] { $count } قرار فيها هذه الكلمات.
    }
