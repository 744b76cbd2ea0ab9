# Arabic. A native reader should check this translation.

## The charter

charter-title = الميثاق
charter-lede = ما اتفق عليه المجلس قبل أي شيء آخر.
charter-empty = يقول الميثاق في مواد واضحة ما هو هذا المجلس، وكيف يقرّر، وكيف يغادره من يشاء. الجلسة تقرّره، ثم يُكتب هنا، ولا يتغيّر إلا بقرار آخر.
charter-ways = صفحات الميثاق
charter-way-reading = الساري
charter-way-versions = الصيغ
charter-way-compare = المقارنة
charter-way-drafts = المسودات
charter-go-versions = صيغ الميثاق
charter-go-compare = مقارنة صيغتين من الميثاق
charter-go-drafts = الكتابة معًا في مسودة
charter-in-force = الصيغة { $version }، سارية.
charter-earlier = الصيغة { $version }، ولم تعد سارية.
charter-compare-now = ما تغيّر منذ ذلك
charter-adopted-at = اعتُمد في جلسة { $meeting }، القرار { $decision }
charter-amended-at = بهذا النص منذ جلسة { $meeting }، القرار { $decision }
charter-undecided = القرار الذي يستند إليه غير معتدّ به.
charter-clauses = المواد

charter-adopt = اعتماد ميثاق
charter-adopt-lede = الميثاق الأول كما قرّرته جلسة.
charter-adopt-do = اعتماد الميثاق
charter-adopted = سُجّل الميثاق.
charter-amend = تعديل الميثاق
charter-amend-lede = نص جديد كما قرّرته جلسة. وتبقى الصيغة السابقة مقروءة.
charter-amend-do = تعديل الميثاق
charter-amended = سُجّل التعديل.
charter-long = ما يُكتب هنا لا يُحفظ إلا بعد تسجيله. وللنص الأطول:
charter-name = عنوان الميثاق
charter-name-hint = مثل: ميثاق ميلبروك.

clause-heading = العنوان
clause-text = النص
clause-more = مادة أخرى
clause-remove = إزالة
clause-remove-named = إزالة { $clause }
clause-up = نقل { $clause } إلى أعلى
clause-down = نقل { $clause } إلى أسفل
clause-at = المادة { $at }
clause-preamble = الديباجة

amend-now = النص القائم الآن
amend-new = مواد جديدة
amend-new-hint = توضع في آخر الميثاق.
amend-change = تغيير النص
amend-change-named = تغيير نص { $clause }
amend-drop = حذف
amend-drop-named = حذف { $clause }
amend-keep = إبقاؤه كما هو
amend-keep-named = الإبقاء كما هو: { $clause }


## The numbers that rules read

charter-numbers = كيف يقرّر المجلس، بالأرقام
# The name of a clause, which never changes, behind its heading.
clause-id = (بالمعرّف { $id })
number-method-none = يقول كل اقتراح كيف يُحسم، ولا يقول الميثاق ذلك.
number-quorum-none = لا يقول الميثاق كم عضوًا يلزم حضوره لاتخاذ القرار.
number-seats-none = لا يقول الميثاق كم مندوبًا يذهب إلى هيئة خارجية، والعمل بما في القواعد.
number-report_days-none = لا يقول الميثاق متى يقدّم المندوب تقريره، والعمل بما في القواعد.
number-quiet_days-none = لا يقول الميثاق كم يطول هدوء البلدة في المرة، والعمل بما في القواعد.
number-method-label = كيف تُحسم الاقتراحات
number-method-open = يُحدَّد في كل اقتراح
number-as-it-is = كما هو
number-quorum-label = الأعضاء الذين يلزم حضورهم، بالمئة
number-seats-label = المندوبون إلى كل هيئة خارجية
number-report-label = أيام تقديم التقرير
number-quiet-label = أيام الهدوء في المرة الواحدة
number-may-be-empty = يجوز تركه فارغًا.
number-now = الآن { $value }. وإن تُرك فارغًا بقي كذلك.
number-now-none = غير مذكور الآن. يجوز تركه فارغًا.
method-consent = بالتوافق
method-majority = بالأغلبية
method-two-thirds = بالثلثين


## Versions, and what changed

versions-title = صيغ الميثاق
versions-lede = تبقى كل صيغة مقروءة، ومعها القرار الذي تستند إليه.
versions-empty = كل قرار في شأن الميثاق يصنع صيغة، ولا تضيع صيغة أبدًا. لا صيغة بعد: جلسة تقرّر الميثاق الأول.
versions-compare = مقارنة صيغتين
versions-all = كل الصيغ
versions-more = عرض المزيد
version-number = الصيغة { $version }
version-of = الصيغة { $version }، { $meeting }
version-now = الصيغة { $version }، سارية
version-clauses = { $clauses ->
        [one] مادة واحدة
        [two] مادتان
        [few] { $clauses } مواد
       *[other] { $clauses } مادة
    }
version-amended-at = عُدّل في جلسة { $meeting }، القرار { $decision }
version-changed = ما تغيّر
compare-title = ما تغيّر من الصيغة { $from } إلى الصيغة { $to }
compare-empty = هنا توضع صيغتان من الميثاق جنبًا إلى جنب، كلمة كلمة. لا شيء يُقارن قبل أول تعديل.
compare-from = من
compare-to = إلى
compare-do = مقارنة
compare-how = كيف تُعرض
compare-inline = في نص واحد
compare-side = جنبًا إلى جنب
compare-clauses = المواد التي تغيّرت
compare-same = { $clauses ->
        [0] تغيّرت كل المواد.
        [one] مادة أخرى بقيت كما هي، كلمة كلمة.
        [two] مادتان أخريان بقيتا كما هما، كلمة كلمة.
        [few] { $clauses } مواد أخرى بقيت كما هي، كلمة كلمة.
       *[other] { $clauses } مادة أخرى بقيت كما هي، كلمة كلمة.
    }
compare-all-same = كل المواد كما هي، كلمة كلمة.
compare-title-changed = العنوان
compare-not-yet = لم تكن موجودة بعد.
compare-no-more = لم تعد موجودة.
became-added = أُضيفت
became-dropped = حُذفت
became-changed = تغيّرت
