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
#define GUARDS 0                /* guards that news of deployments starts at most */
#endif
#ifndef DEPLOYMENTS
#define DEPLOYMENTS 0           /* 1: somebody deploys with a desired count of their own */
#endif
#ifndef DELETIONS
#define DELETIONS 0             /* 1: the service may be deleted */
#endif
#ifndef ANEW
#define ANEW 0                  /* and created again: 0: never; 1: its target goes along, and another may come; 2: its target outlives it */
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
mtype = { nothing, scaleIn };

/*
 * The record in the holds table; no owner: no record. `floors` is a set of task counts: bit n is n tasks. `registration` is the target's ARN: without
 * one there is no original either.
 */
typedef Hold { byte owner; mtype phase; byte until; byte published; byte wanted; bool degraded; byte registration; byte originalMin; byte originalSuspended; byte floor; byte floors };
Hold hold;

/* What of a target's scaling is suspended: a hold suspends scale-in and schedules at once. */
#define NOTHING 0
#define SCALE_IN 1
#define SCALE_IN_AND_SCHEDULES 2

/* The scalable target, and its service's desired count. `registration` stands for the ARN: a service that is created again has another target. */
#define NONE 0
#define FIRST 1
#define SECOND 2
typedef Target { byte registration; byte min; byte suspended; byte desired };
Target target;
#define IS_PAUSED (target.suspended >= SCALE_IN)
#define HAS_TARGET (target.registration != NONE)

bool gone = false;              /* the service is deleted, and every change of its target refused */
byte news = 0;                  /* of deployments, on its way */

byte now = 0;
byte crashes = CRASHES;
byte faults = FAULTS;
bool dead[EXECUTIONS];
bool idle[EXECUTIONS];          /* guards and recoveries that nobody has started */
bool underWay[EXECUTIONS];      /* calls on the target by the dead that have not landed */

byte e = 0;                     /* counts within one step, 0 between steps */

#define OWNER_IS_DEAD (hold.owner != NOBODY && (dead[hold.owner] || SWEEP_TAKES_ALL_FOR_DEAD) && !SWEEP_TAKES_ALL_FOR_ALIVE)

#define SUSPENDED (IS_PAUSED -> scaleIn : nothing)

/* A line of the story that `proof/check` tells of a violation. */
#define WHO (IS_RECOVERY -> recovery : (IS_GUARD -> guard : (IS_RELEASE -> release : notification)))
#define SAY(does) printf(does, now, WHO, me)
