/*
 * Faults that can be planted into the protocol with -DNAME=1. `proof/check --planted` reads them from here: the name, the invariants that the fault
 * may break, and what it is, in the words of src/Headroom.Simulation/Planting where the search plants it too. What is `as it is` the state machine
 * does today: README.md, "Where the model is ahead".
 */
#ifndef PAUSE_SETS_NO_FLOOR             /* I1 PauseScaleIn sets no floor */
#define PAUSE_SETS_NO_FLOOR 0
#endif
#ifndef PAUSE_LEAVES_SCALE_IN           /* I1 PauseScaleIn leaves scale-in running */
#define PAUSE_LEAVES_SCALE_IN 0
#endif
#ifndef ORIGINAL_AFTER_PAUSE            /* I3 the original is recorded after the pause */
#define ORIGINAL_AFTER_PAUSE 0
#endif
#ifndef ORIGINAL_ANEW                   /* I3 each owner records the original anew */
#define ORIGINAL_ANEW 0
#endif
#ifndef ONLY_THE_LAST_FLOOR             /* I3 only the last floor is recorded (model only) */
#define ONLY_THE_LAST_FLOOR 0
#endif
#ifndef EVERY_TARGET_DESCRIBED          /* I6 every target is described, and the first taken */
#define EVERY_TARGET_DESCRIBED 0
#endif
#ifndef REFUSED_PAUSE_IS_A_HOLD         /* I1 a refused pause is called a hold */
#define REFUSED_PAUSE_IS_A_HOLD 0
#endif
#ifndef DEGRADED_IS_RELIED_ON           /* I1 a degraded hold is relied on */
#define DEGRADED_IS_RELIED_ON 0
#endif
#ifndef CLAIM_DOES_NOT_KNOW_ITSELF      /* I4 a retried claim does not know itself */
#define CLAIM_DOES_NOT_KNOW_ITSELF 0
#endif
#ifndef TAKEOVER_KEEPS_EARLIER_END      /* I1 a takeover keeps its own, earlier end */
#define TAKEOVER_KEEPS_EARLIER_END 0
#endif
#ifndef TAKEOVER_FROM_AWAKE             /* I5 a takeover from an owner that is awake */
#define TAKEOVER_FROM_AWAKE 0
#endif
#ifndef TAKEOVER_FORGETS_EXTENSION      /* I1 a takeover forgets what was accepted since its read (model only) */
#define TAKEOVER_FORGETS_EXTENSION 0
#endif
#ifndef TAKEOVER_DOES_NOT_KNOW_ITSELF   /* I4 a retried takeover does not know itself (model only) */
#define TAKEOVER_DOES_NOT_KNOW_ITSELF 0
#endif
#ifndef EXTENSION_DURING_RELEASE        /* I1 an extension is accepted during the release */
#define EXTENSION_DURING_RELEASE 0
#endif
#ifndef EXTENSION_WITH_MORE_TASKS       /* I1 an extension with more tasks than are held */
#define EXTENSION_WITH_MORE_TASKS 0
#endif
#ifndef COVERED_WITHOUT_PUBLICATION     /* I1 covered without noting the publication */
#define COVERED_WITHOUT_PUBLICATION 0
#endif
#ifndef BEGIN_RELEASE_IGNORES_END       /* I1 BeginRelease does not look at the end */
#define BEGIN_RELEASE_IGNORES_END 0
#endif
#ifndef BEGIN_RELEASE_IGNORES_OWNER     /* I1 I5 BeginRelease does not look at the owner */
#define BEGIN_RELEASE_IGNORES_OWNER 0
#endif
#ifndef CLOSE_DELETES_ANY               /* I1 I2 I3 I5 CloseHold deletes any record */
#define CLOSE_DELETES_ANY 0
#endif
#ifndef RELEASE_TAKES_NOTHING_OVER      /* I5 a release that takes nothing over */
#define RELEASE_TAKES_NOTHING_OVER 0
#endif
#ifndef RELEASE_ENDS_LATER_PUBLISHED    /* I1 a release ends what was published after it */
#define RELEASE_ENDS_LATER_PUBLISHED 0
#endif
#ifndef MINIMUM_NOT_PUT_BACK            /* I3 MinCapacity is not put back */
#define MINIMUM_NOT_PUT_BACK 0
#endif
#ifndef FLAGS_AS_IF_RUNNING             /* I3 flags are put back as if nothing had been suspended before */
#define FLAGS_AS_IF_RUNNING 0
#endif
#ifndef RECORD_GOES_FIRST               /* I3 I4 I5 the record goes before scale-in is resumed */
#define RECORD_GOES_FIRST 0
#endif
#ifndef RECOVERY_DOES_NOT_SETTLE        /* I1 I3 I5 a recovery does not wait for late calls */
#define RECOVERY_DOES_NOT_SETTLE 0
#endif
#ifndef RECOVERY_LEFT_HOLDING           /* I1 I5 a recovery leaves the hold open to a takeover */
#define RECOVERY_LEFT_HOLDING 0
#endif
#ifndef RECOVERY_FROM_WHOMEVER          /* I1 I4 I5 a recovery from whomever it finds */
#define RECOVERY_FROM_WHOMEVER 0
#endif
#ifndef RECOVERY_FORGETS_EXTENSION      /* I1 a recovery forgets an extension */
#define RECOVERY_FORGETS_EXTENSION 0
#endif
#ifndef SWEEP_TAKES_ALL_FOR_ALIVE       /* I2 the sweep takes every owner for alive */
#define SWEEP_TAKES_ALL_FOR_ALIVE 0
#endif
#ifndef SWEEP_TAKES_ALL_FOR_DEAD        /* I1 I2 I4 I5 the sweep takes every owner for dead */
#define SWEEP_TAKES_ALL_FOR_DEAD 0
#endif
#ifndef RECOVERY_RELEASES_ALWAYS        /* I1 a recovery releases what should go on */
#define RECOVERY_RELEASES_ALWAYS 0
#endif
#ifndef GUARD_FROM_AWAKE                /* I5 a guard takes back from an owner that is awake (model only) */
#define GUARD_FROM_AWAKE 0
#endif
#ifndef GUARD_FROM_WHOMEVER             /* I1 a guard takes back from whomever it finds (model only) */
#define GUARD_FROM_WHOMEVER 0
#endif
#ifndef GUARD_FORGETS_EXTENSION         /* I1 a guard writes the end that it read (model only) */
#define GUARD_FORGETS_EXTENSION 0
#endif
#ifndef GUARD_LOOKS_ONCE                /* I1 a guard does not wait for an owner that is awake (model only) */
#define GUARD_LOOKS_ONCE 0
#endif
#ifndef GUARD_DOES_NOT_KNOW_ITSELF      /* I2 a guard's retried write does not know itself (model only) */
#define GUARD_DOES_NOT_KNOW_ITSELF 0
#endif
#ifndef GONE_SERVICE_IS_NOT_LOOKED_FOR  /* I2 a refused release does not look for its service */
#define GONE_SERVICE_IS_NOT_LOOKED_FOR 0
#endif
#ifndef GONE_SERVICE_IS_CLOSED_LATE     /* I3 the record of a gone service is deleted however late (model only) */
#define GONE_SERVICE_IS_CLOSED_LATE 0
#endif
#ifndef GUARD_LEAVES_WHAT_IS_OVER       /* I1 a guard leaves a hold that is over, and may yet be extended */
#define GUARD_LEAVES_WHAT_IS_OVER 0
#endif
#ifndef GIVES_UP_WHAT_OTHERS_JOINED     /* I1 a claim is given up that others have joined (model only) */
#define GIVES_UP_WHAT_OTHERS_JOINED 0
#endif
#ifndef NEW_TARGET_IS_TAKEN_FOR_THE_OLD /* I1 a guard takes a new service's target for the old one's */
#define NEW_TARGET_IS_TAKEN_FOR_THE_OLD 0
#endif
#ifndef NEW_TARGET_IS_NOT_WAITED_FOR    /* I1 a guard does not wait for a new service's target */
#define NEW_TARGET_IS_NOT_WAITED_FOR 0
#endif
#ifndef NEW_SERVICE_IS_NOT_GIVEN_UP     /* I1 a hold is not given up whose new service gets no target */
#define NEW_SERVICE_IS_NOT_GIVEN_UP 0
#endif
#ifndef NEW_TARGET_GETS_OLD_ORIGINAL    /* I3 a new service's target gets the old one's original */
#define NEW_TARGET_GETS_OLD_ORIGINAL 0
#endif
#ifndef NEW_TARGET_IS_GIVEN_BACK        /* I3 a new service's target is given back though nobody paused it */
#define NEW_TARGET_IS_GIVEN_BACK 0
#endif
#ifndef NEW_TARGETS_PAUSE_IS_ITS_ORIGINAL /* I3 a pause that landed on a new service's target is taken for its original (model only) */
#define NEW_TARGETS_PAUSE_IS_ITS_ORIGINAL 0
#endif
#ifndef GUARD_LEAVES_A_DEGRADED_HOLD    /* I1 a guard leaves a degraded hold as it is */
#define GUARD_LEAVES_A_DEGRADED_HOLD 0
#endif
#ifndef GUARD_TAKES_DEGRADED_FOR_LOWERED /* I1 a guard takes a degraded hold, where scale-in was suspended before, for one that a person lowered (model only) */
#define GUARD_TAKES_DEGRADED_FOR_LOWERED 0
#endif
#ifndef GUARD_TAKES_MORE_FOR_LOWERED    /* I1 a guard takes the higher floor of a takeover since its look for a person's doing (model only) */
#define GUARD_TAKES_MORE_FOR_LOWERED 0
#endif
