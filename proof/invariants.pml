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

bool lowered = false;           /* a deployment lowered the desired count, and nobody has raised it since */
bool guarded = false;           /* and a guard has ended since */

byte open = REQUESTS;           /* requests without an outcome whose execution is not dead */

inline newOwner() { touched = false }

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

/* Until a guard has ended and the hold is announced (again), what a deployment lowered may be lowered: its news may be lost. */
#define IS_EXCUSED (lowered && !(guarded && hold.phase == holding))
inline raised() { lowered = false; guarded = false }

/*
 * I1: until the latest accepted end, what was announced is there. An announced hold that is not degraded is all that its notifications want.
 * Of a service that is gone nothing can be held.
 */
inline checkPromises() {
	d_step {
		e = 1;
		do
		:: e <= NOTIFICATIONS ->
			if
			:: promisedEnd[e] > 0 && !gone ->
				I1(inPlace == 0 || target.paused);
				I1(target.min >= FEWER(promisedTasks[e], inPlace));
				I1(IS_EXCUSED || target.desired >= FEWER(promisedTasks[e], inPlace));
				I1(hold.phase != holding || hold.degraded || inPlace >= promisedTasks[e])
			:: else
			fi;
			e++
		:: else -> break
		od;
		e = 0
	}
}

/* I1: nobody is told to rely on a hold that was refused in part. */
inline checkReliable() { I1(hold.phase != holding || inPlace >= wanted) }

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

inline checkGuarded() { guarded = lowered; checkPromises() }

/* I5: only the owner acts. A call of the dead may land while nobody has looked at the target since; afterwards it would undo somebody's work. */
inline checkOwner() {
	I5(hold.owner == me || (dying && hold.owner != NOBODY && !touched))
}

/* I3: after the last hold the target is as it was before the first, unless its service is gone. */
#define IS_RESTORED (gone || (target.min == 0 && target.paused == wasPaused))

/* I4: one outcome, and an execution that ends with one leaves no record of its own behind. */
inline checkOutcome() {
	open = open - (IS_REQUEST -> 1 : 0);
	I4(hold.owner != me)
}
