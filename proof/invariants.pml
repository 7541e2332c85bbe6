/*
 * The invariants of docs/architecture.md. They watch: nothing that the protocol decides depends on a variable of this file.
 */
#define BROKEN(sentence) printf(sentence); assert(false)
#define I1(holds) if :: (holds) :: else -> BROKEN("BROKEN: I1\n") fi
#define I2(holds) if :: (holds) :: else -> BROKEN("BROKEN: I2\n") fi
#define I3(holds) if :: (holds) :: else -> BROKEN("BROKEN: I3\n") fi
#define I4(holds) if :: (holds) :: else -> BROKEN("BROKEN: I4\n") fi
#define I5(holds) if :: (holds) :: else -> BROKEN("BROKEN: I5\n") fi
#define I6(holds) if :: (holds) :: else -> BROKEN("BROKEN: I6\n") fi

byte promisedEnd[NOTIFICATIONS + 1];    /* of notifications that were told: held, extended or covered; 0: nothing is promised, or no more */
byte promisedTasks[NOTIFICATIONS + 1];
byte inPlace = 0;               /* the tasks that were announced as held, not degraded */
bool touched = false;           /* has the present owner looked at the target or changed it? */

bool lowered = false;           /* a deployment, or a new service, brought fewer tasks, and nobody has raised them since */
bool replaced = false;          /* the service was deleted, and of the one created again nothing is held yet */
bool guarded = false;           /* and a guard whose news came after that has ended since */
bool isLatest[EXECUTIONS];      /* guards whose news came after that */

Target before;                  /* the target as it must be after the hold */
byte firstSuspended;            /* what was suspended of the first target; its MinCapacity was 0 */
bool mistaken = false;          /* a call that was meant for the first target has landed on the second */

byte open = REQUESTS;           /* requests without an outcome whose execution is not dead */

inline newOwner() { touched = false }

/* A hold begins or ends: what there is then is there for it to be held. */
inline newHold() { guarded = false; replaced = replaced && (gone || !HAS_TARGET) }

inline promise() {
	if
	:: until > now -> promisedEnd[me] = until; promisedTasks[me] = wanted
	:: else
	fi
}

/* A release ends what was published before it; nobody else ends anything. A notification's number is when it was published. */
inline breakPromises() {
	d_step {
		e = 1;
		do
		:: e <= NOTIFICATIONS && e <= published -> promisedEnd[e] = 0; promisedTasks[e] = 0; e++
		:: else -> break
		od;
		e = 0
	}
}

/* A promise that has been kept is forgotten. */
inline forgetKeptPromises() {
	d_step {
		e = 1;
		do
		:: e <= NOTIFICATIONS ->
			if
			:: promisedEnd[e] <= now -> promisedEnd[e] = 0; promisedTasks[e] = 0
			:: else
			fi;
			e++
		:: else -> break
		od;
		e = 0
	}
}

/* Until a guard has ended and the hold is announced (again), what a deployment lowered may be lowered: its news may be lost. So may a new service's. */
#define IS_EXCUSED (lowered && !(guarded && hold.phase == holding))
inline raised() { lowered = false; guarded = guarded && replaced }
inline isLowered() {
	d_step {
		e = FIRST_GUARD;
		do
		:: e < FIRST_RECOVERY -> isLatest[e] = false; e++
		:: else -> break
		od;
		e = 0; target.desired = 0; lowered = true; guarded = false
	}
}

/* Whoever announces has looked a moment ago: what has been replaced since then it cannot know. */
inline announced(isInPlace) {
	if
	:: isInPlace && aim == target.registration -> inPlace = tasks; replaced = replaced && gone
	:: else
	fi
}

/*
 * I1: until the latest accepted end, what was announced is there. An announced hold that is not degraded is all that its notifications want.
 * Of a service that is gone nothing can be held. When it has been created again and its guard has ended, all that is wanted is held of the new one, or
 * the hold is given up.
 */
#define IS_HELD(tasks) (IS_PAUSED && target.min >= tasks && target.desired >= tasks)

inline checkPromises() {
	d_step {
		e = 1;
		do
		:: e <= NOTIFICATIONS ->
			if
			:: promisedEnd[e] > 0 && !gone ->
				I1(inPlace == 0 || IS_PAUSED);
				I1(target.min >= FEWER(promisedTasks[e], inPlace));
				I1(IS_EXCUSED || target.desired >= FEWER(promisedTasks[e], inPlace));
				I1(hold.phase != holding || hold.degraded || inPlace >= promisedTasks[e] || replaced);
				I1(!(replaced && guarded && hold.phase == holding) || IS_HELD(promisedTasks[e]))
			:: else
			fi;
			e++
		:: else -> break
		od;
		e = 0
	}
}

/* I1: nobody is told to rely on a hold that was refused in part. */
inline checkReliable() { I1(hold.phase != holding || inPlace >= wanted || replaced) }

inline checkNothingPromised() {
	d_step {
		e = 1;
		do
		:: e <= NOTIFICATIONS -> I1(promisedEnd[e] == 0); e++
		:: else -> break
		od;
		e = 0
	}
}

/* A hold is given up where nothing is promised, or nothing is there to be held. */
inline checkGivenUp() {
	d_step {
		e = 1;
		do
		:: e <= NOTIFICATIONS -> I1(promisedEnd[e] == 0 || replaced); promisedEnd[e] = 0; promisedTasks[e] = 0; e++
		:: else -> break
		od;
		e = 0
	}
}

inline checkGuarded() { guarded = guarded || (isLatest[me] && (lowered || replaced)); checkPromises() }

/* I5: only the owner acts. A call of the dead may land while nobody has looked at the target since; afterwards it would undo somebody's work. */
inline checkOwner() {
	I5(hold.owner == me || (dying && hold.owner != NOBODY && !touched))
}

/*
 * I3: after the last hold the target is as it was before the first, unless its service is gone; the new target of a service that was created again is
 * as it came. Application Auto Scaling has no conditional write: where a call for the first target landed on the second, value by value one is put back.
 */
#define IS_RESTORED \
	(gone || !HAS_TARGET || \
	((target.min == before.min || (mistaken && target.min == 0)) && \
	 (target.suspended == before.suspended || (mistaken && target.suspended == firstSuspended))))

/* From now on it is as it is: what a release leaves behind with a service that is gone, and what a call made of a target that it was not meant for. */
inline leftAsItIs() {
	if
	:: gone || mistaken -> before.min = target.min; before.suspended = target.suspended; mistaken = false
	:: else
	fi
}

/* I4: one outcome, and an execution that ends with one leaves no record of its own behind. */
inline checkOutcome() {
	open = open - (IS_REQUEST -> 1 : 0);
	I4(hold.owner != me)
}
