/*
 * The hold protocol for a model checker: two services, three notifications, one release, one crash, every interleaving.
 *
 * What is abstracted: time is a clock that ticks whenever it likes (an end is a tick); a MinCapacity is the original one (0) or the tasks of a hold
 * (1 or 2); a call is refused, retried and answered late by being made later; an execution that crashes may leave one call behind, which lands
 * whenever it likes, but before a recovery has settled.
 *
 * What is not: each write is one conditional write with the conditions of capacity-hold.asl.json, each read may be old when it is used, a write's
 * answer may be lost, the news of a crash may be lost (then the sweep finds it) or come twice.
 */
#define SERVICES 2
#define LAST_TICK 3

/* Executions: notifications on a service, a release, recoveries. */
#define EXECUTIONS 10
#define NOBODY 0

mtype = { starting, holding, releasing };
mtype = { notification, release, recovery };

byte now = 0;
byte crashes = 1;
bool alive[EXECUTIONS];
bool looked[EXECUTIONS];           /* has it read or changed the target it owns? */
bool ended[EXECUTIONS];            /* it has its outcome: held, extended, covered, expired, released, superseded, or crashed */

typedef Record { byte owner; mtype phase; byte end; byte wanted; byte published; bool recorded; byte min; bool paused; bool floor[3] };
typedef Target { byte min; bool paused };
Record hold[SERVICES];
Target target[SERVICES];
byte late[SERVICES];                /* calls of the dead that have not landed */
byte ownerDied[SERVICES];

/* What users were promised: by execution. */
bool promised[EXECUTIONS];
byte promisedEnd[EXECUTIONS];
byte promisedTasks[EXECUTIONS];
byte promisedFrom[EXECUTIONS];      /* when it was published */
byte serviceOf[EXECUTIONS];
bool established[SERVICES];

#define MAX(a, b) ((a) > (b) -> (a) : (b))

/* I4: exactly one outcome. */
inline conclude() { assert(!ended[me]); ended[me] = true }

/* What an execution knows and no longer needs is forgotten: two states that differ in it alone are one. */
inline forget() { seenOwner = 0; seenPhase = 0; seenEnd = 0; seenPublished = 0; seenWanted = 0; seenMin = 0; seenPaused = false }
inline forgetAll() { forget(); tasks = 0; waitedFor = 0; goal = 0; e = 0 }
inline promise(until_, tasks_, published_) { promised[me] = true; promisedEnd[me] = until_; promisedTasks[me] = tasks_; promisedFrom[me] = published_ }
inline breakOff(x) { promised[x] = false; promisedEnd[x] = 0; promisedTasks[x] = 0; promisedFrom[x] = 0 }

/* I1: what is promised is there, whoever acts. */
inline keepPromises(s) {
	e = 1;
	do
	:: e < EXECUTIONS ->
		if
		:: promised[e] && serviceOf[e] == s && promisedEnd[e] > now && established[s] ->
			assert(target[s].paused);                       /* I1: scale-in is suspended */
			assert(target[s].min >= promisedTasks[e])       /* I1: never below the floor */
		:: else
		fi;
		e++
	:: else -> break
	od;
	e = 0
}

/* I5: only the owner acts; a call of the dead may land as long as its successor has not looked. */
inline actAsOwner(s, who) {
	assert(s < SERVICES);                                  /* I6: only what is covered */
	assert(hold[s].owner == who || (!alive[who] && hold[s].owner != NOBODY && !looked[hold[s].owner]))
}

proctype LatePause(byte s, me, tasks) {
	byte e;
	atomic { actAsOwner(s, me); target[s].paused = true; target[s].min = MAX(tasks, 0); late[s]-- }
}

proctype LateResume(byte s, me, tasks; bool wasPaused) {
	byte e;
	atomic { actAsOwner(s, me); target[s].paused = wasPaused; target[s].min = tasks; keepPromises(s); late[s]-- }
}

inline die() { crashes--; alive[me] = false; ended[me] = true; ownerDied[s] = me }

/* A crash between two states. */
#define MAY_CRASH \
	if \
	:: atomic { crashes > 0 -> die(); goto dead } \
	:: skip \
	fi

/* One execution. A notification's enters at claim, a release at takeForRelease, a recovery at readOrphan. */
proctype Execution(byte me, s, wanted, until, published; mtype what; byte orphan) {
	byte e, seenOwner, seenEnd, seenPublished, seenWanted, seenMin, tasks, waitedFor;
	mtype seenPhase, goal;
	bool seenPaused;

	alive[me] = true; serviceOf[me] = s;
	if
	:: what == notification -> goto claim
	:: what == release -> goto takeForRelease
	:: what == recovery -> goto readOrphan
	fi;

claim:	/* StillWanted, ClaimHold */
	atomic {
		if
		:: until <= now -> conclude(); goto done
		:: else
		fi
	}
	/* One that crashes before it owns anything leaves nothing behind. */
	atomic {
		if
		:: hold[s].owner == NOBODY ->
			hold[s].owner = me; hold[s].phase = starting; hold[s].end = until; hold[s].wanted = wanted; hold[s].published = published;
			hold[s].recorded = false; hold[s].floor[1] = false; hold[s].floor[2] = false; established[s] = false;
			tasks = wanted; forget();
			goto describeTarget
		:: hold[s].owner != NOBODY && hold[s].end < until && hold[s].published <= published && hold[s].wanted >= wanted && hold[s].phase != releasing ->
			hold[s].end = until; hold[s].published = published;
			promise(until, wanted, published);
			conclude(); goto done
		:: else
		fi
	}

	/* ReadHold, JudgeHold */
	atomic {
		seenOwner = hold[s].owner; seenPhase = hold[s].phase; seenEnd = hold[s].end; seenPublished = hold[s].published; seenWanted = hold[s].wanted;
		if
		:: seenOwner == NOBODY || seenPhase == releasing -> goto claimAgain
		:: else
		fi
	}

	/* JudgeSize, TakeOver, JoinHold */
	if
	:: seenWanted < wanted && seenPhase == holding ->
		atomic {
			if
			:: hold[s].phase == holding && hold[s].owner == seenOwner && hold[s].end <= MAX(until, seenEnd) && hold[s].published <= MAX(published, seenPublished) ->
				hold[s].owner = me; hold[s].phase = starting; hold[s].wanted = wanted;
				hold[s].end = MAX(until, seenEnd); hold[s].published = MAX(published, seenPublished);
				tasks = wanted; forget();
				goto describeTarget
			:: else -> goto claimAgain
			fi
		}
	:: seenWanted < wanted && seenPhase != holding -> goto claimAgain
	:: seenWanted >= wanted && seenEnd >= until && seenPublished >= published ->
		atomic { conclude(); goto done }
	:: else ->
		atomic {
			if
			:: hold[s].owner == seenOwner && hold[s].phase == seenPhase && hold[s].end == seenEnd && hold[s].published == seenPublished ->
				hold[s].end = MAX(until, seenEnd); hold[s].published = MAX(published, seenPublished);
				promise(until, wanted, published);
				conclude(); goto done
			:: else -> goto claimAgain
			fi
		}
	fi;

claimAgain: /* ShortWait: again when there is something to be had, or the time is over */
	atomic { forget() }
	(hold[s].owner == NOBODY || hold[s].phase == holding || (hold[s].phase == starting && hold[s].wanted >= wanted) || until <= now);
	goto claim;

describeTarget:
	atomic { seenMin = target[s].min; seenPaused = target[s].paused; looked[me] = true }
	MAY_CRASH;
	/* RecordOriginal, before anything changes */
	atomic {
		if
		:: hold[s].owner != me -> conclude(); goto done
		:: else ->
			if
			:: !hold[s].recorded -> hold[s].recorded = true; hold[s].min = seenMin; hold[s].paused = seenPaused
			:: else
			fi;
			hold[s].floor[tasks] = true; forget()
		fi
	}
	/* PauseScaleIn: with the floor, in one call */
	if
	:: atomic { crashes > 0 -> die(); late[s]++; run LatePause(s, me, tasks); goto dead }
	:: atomic { actAsOwner(s, me); target[s].paused = true; target[s].min = tasks; keepPromises(s) }
	fi;
	MAY_CRASH;
	/* AnnounceHold */
	atomic {
		if
		:: hold[s].owner != me -> conclude(); goto done
		:: else ->
			hold[s].phase = holding; established[s] = true; waitedFor = hold[s].end;
			if
			:: what == notification -> promise(until, wanted, published)
			:: else
			fi;
			keepPromises(s)
		fi
	}

sleep:	/* Hold */
	MAY_CRASH;
	(now >= waitedFor);
	/* BeginRelease, ReadMine */
	atomic {
		if
		:: hold[s].owner == me && hold[s].end <= waitedFor -> hold[s].phase = releasing
		:: hold[s].owner == me && hold[s].end > waitedFor -> waitedFor = hold[s].end; goto sleep
		:: else -> conclude(); goto done
		fi
	}

readTarget:
	atomic { seenMin = target[s].min; seenPaused = target[s].paused; looked[me] = true }
	/* ResumeScaleIn: value by value, as it was */
	if
	:: atomic { crashes > 0 -> die(); late[s]++; run LateResume(s, me, (hold[s].floor[seenMin] -> hold[s].min : seenMin), hold[s].paused); goto dead }
	:: atomic {
		actAsOwner(s, me);
		target[s].min = (seenMin > 0 && hold[s].floor[seenMin] -> hold[s].min : seenMin);
		target[s].paused = hold[s].paused;
		keepPromises(s); forget()
	   }
	fi;
	MAY_CRASH;

close:	/* CloseHold */
	atomic {
		if
		:: hold[s].owner == me ->
			assert(target[s].min == 0 && !target[s].paused);   /* I3: as it was before the first hold */
			hold[s].owner = NOBODY; hold[s].phase = 0; hold[s].end = 0; hold[s].wanted = 0; hold[s].published = 0;
			hold[s].recorded = false; hold[s].min = 0; hold[s].paused = false; hold[s].floor[1] = false; hold[s].floor[2] = false;
			established[s] = false
		:: else
		fi;
		conclude();
		goto done
	};

takeForRelease:
	atomic {
		if
		:: hold[s].owner != NOBODY && hold[s].phase == holding && hold[s].published <= published ->
			hold[s].owner = me; hold[s].phase = releasing;
			e = 1;
			do
			:: e < EXECUTIONS -> if :: serviceOf[e] == s && promised[e] && promisedFrom[e] <= published -> breakOff(e) :: else fi; e++
			:: else -> break
			od;
			e = 0;
			goto readTarget
		:: hold[s].owner == NOBODY || hold[s].phase == releasing -> conclude(); goto done
		:: hold[s].owner != NOBODY && hold[s].published > published -> conclude(); goto done
		:: else
		fi
	}
	(hold[s].owner == NOBODY || hold[s].phase != starting);
	goto takeForRelease;

readOrphan:
	atomic {
		seenOwner = hold[s].owner; seenPhase = hold[s].phase; seenEnd = hold[s].end;
		if
		:: seenOwner != orphan -> conclude(); goto done
		:: else -> goal = (seenPhase == releasing || seenEnd <= now -> releasing : starting)
		fi
	}
	/* Recover: from exactly what was read */
	atomic {
		if
		:: hold[s].owner == orphan && hold[s].phase == seenPhase && hold[s].end == seenEnd -> hold[s].owner = me; hold[s].phase = goal
		:: else -> goto readOrphan
		fi
	}
	/* Settle: what the dead owner had under way lands first */
	(late[s] == 0);
	tasks = hold[s].wanted; forget();
	if
	:: goal == starting -> goto describeTarget
	:: goal == releasing && hold[s].recorded -> goto readTarget
	:: else -> goto close
	fi;

done:	alive[me] = false;
dead:	atomic { forgetAll(); looked[me] = false }
}

/* The rule for ended executions (whose news may be lost, or come twice) and the sweep, which asks the owner itself whether it is alive. */
proctype Recoveries() {
	byte s = 0, next = 7;
	do
	:: atomic { next < EXECUTIONS && ownerDied[0] != NOBODY && hold[0].owner == ownerDied[0] -> run Execution(next, 0, 0, 0, 0, recovery, ownerDied[0]); next++ }
	:: atomic { next < EXECUTIONS && ownerDied[1] != NOBODY && hold[1].owner == ownerDied[1] -> run Execution(next, 1, 0, 0, 0, recovery, ownerDied[1]); next++ }
	:: timeout -> break
	od
}

active proctype Clock() {
	byte e;
	do
	:: atomic { now < LAST_TICK ->
		now++;
		/* What was promised until now has been kept. */
		e = 1;
		do
		:: e < EXECUTIONS -> if :: promised[e] && promisedEnd[e] <= now -> breakOff(e) :: else fi; e++
		:: else -> break
		od;
		e = 0
	   }
	:: now >= LAST_TICK -> break
	od
}

init {
	atomic {
		/* The first covers both services; the others, and the release, one of them each. */
		run Execution(1, 0, 1, 2, 1, notification, 0);
		run Execution(2, 1, 1, 2, 1, notification, 0);
		run Execution(3, 0, 1, 3, 2, notification, 0);          /* which service is which makes no difference */
		if :: run Execution(4, 0, 2, 1, 3, notification, 0) :: run Execution(4, 1, 2, 1, 3, notification, 0) fi;
		if :: run Execution(5, 0, 0, 0, 2, release, 0) :: run Execution(5, 1, 0, 0, 2, release, 0) fi;
		run Recoveries()
	}
	/* I2 and the end: when nothing moves any more, nothing is held and everything is as it was. */
	timeout;
	atomic {
		assert(hold[0].owner == NOBODY && hold[1].owner == NOBODY);
		assert(!target[0].paused && !target[1].paused && target[0].min == 0 && target[1].min == 0);
		assert(ended[1] && ended[2] && ended[3] && ended[4] && ended[5])
	}
}
