/* What there is: the holds table's record of one service, its scalable target, the clock, and what may still go wrong. */

#ifndef NOTIFICATIONS
#define NOTIFICATIONS 2         /* holds that are asked for: executions 1, 2, .. */
#endif
#ifndef RELEASES
#define RELEASES 1              /* 1: the next execution is a release */
#endif
#ifndef RECOVERIES
#define RECOVERIES 2            /* at most so many at once, the dead ones counted */
#endif
#ifndef CRASHES
#define CRASHES 1               /* executions that end at any state */
#endif
#ifndef FAULTS
#define FAULTS 1                /* answers that are lost, and lasting refusals */
#endif
#ifndef ENDS
#define ENDS 2                  /* a hold ends at tick 1 to ENDS */
#endif

#ifndef GUARDS
#define GUARDS 0                /* guards that the news of one deployment starts at most; 0: nobody deploys */
#endif
#ifndef DELETIONS
#define DELETIONS 0             /* 1: the service may be deleted */
#endif

#define NOBODY 0
#define REQUESTS (NOTIFICATIONS + RELEASES)
#define FIRST_GUARD (REQUESTS + 1)
#define FIRST_RECOVERY (FIRST_GUARD + GUARDS)
#define EXECUTIONS (FIRST_RECOVERY + RECOVERIES)
#define IS_REQUEST (me <= REQUESTS)
#define IS_NOTIFICATION (me <= NOTIFICATIONS)
#define IS_RELEASE (me > NOTIFICATIONS && IS_REQUEST)
#define IS_GUARD (me >= FIRST_GUARD && me < FIRST_RECOVERY)
#define IS_RECOVERY (me >= FIRST_RECOVERY)
#define MAXIMUM 2               /* MaxCapacity; MinCapacity is 0 before the first hold */

#define LATER(a, b) ((a) > (b) -> (a) : (b))
#define FEWER(a, b) ((a) < (b) -> (a) : (b))

mtype = { starting, holding, releasing };
mtype = { notification, release, guard, recovery };

/* The record in the holds table; no owner: no record. `floors` is a set of task counts: bit n is n tasks. */
typedef Hold { byte owner; mtype phase; byte until; byte published; byte wanted; bool degraded; bool recorded; byte originalMin; bool originalPaused; byte floor; byte floors };
Hold hold;

/* The scalable target, and its service's desired count. */
typedef Target { byte min; bool paused; byte desired };
Target target;
bool wasPaused;                 /* before the first hold */

bool gone = false;              /* the service is deleted: every change of its target is refused, for ever */
byte news = 0;                  /* of the deployment, on its way */

byte now = 0;
byte crashes = CRASHES;
byte faults = FAULTS;
bool dead[EXECUTIONS];
bool idle[EXECUTIONS];          /* guards and recoveries that nobody has started */
bool underWay[EXECUTIONS];      /* calls on the target by the dead that have not landed */

byte e = 0;                     /* counts within one step, 0 between steps */

#define OWNER_IS_DEAD (hold.owner != NOBODY && (dead[hold.owner] || SWEEP_TAKES_ALL_FOR_DEAD) && !SWEEP_TAKES_ALL_FOR_ALIVE)

/* A line of the story that `proof/check` tells of a violation. */
#define WHO (IS_RECOVERY -> recovery : (IS_GUARD -> guard : (IS_RELEASE -> release : notification)))
#define SAY(does) printf(does, now, WHO, me)
