/*
 * The calls on the scalable target and its service, and the ways in which an execution dies. A service that is gone refuses each call, and a target that
 * is gone, too (ACCEPTED). A call lands on whichever target is there then: `aim` is the one that its execution has read.
 */

/* RegisterScalableTarget with the floor and the flags. Application Auto Scaling moves the desired count into the new range now, or later. */
inline pauseScaleIn() {
	SAY("tick %d  %e %d  PauseScaleIn\n");
	checkOwner(); landed();
	touched = touched || !dying;
	target.min = (PAUSE_SETS_NO_FLOOR -> target.min : floor);
	target.suspended = (PAUSE_LEAVES_SCALE_IN -> target.suspended : SCALE_IN_AND_SCHEDULES);
	if
	:: target.desired = LATER(target.desired, target.min)
	:: true
	fi;
	if
	:: target.desired >= floor -> raised()
	:: else
	fi;
	checkPromises()
}

/* UpdateService, from a desired count that was read below the floor. */
inline scaleUp() {
	SAY("tick %d  %e %d  ScaleUp\n");
	checkOwner(); underWay[me] = false;
	I1(target.desired <= floor);
	target.desired = floor;
	raised();
	checkPromises()
}

/* RegisterScalableTarget with what was before the hold. Scaling in is done at once: the worst that alarms can do. */
inline resumeScaleIn() {
	SAY("tick %d  %e %d  ResumeScaleIn\n");
	checkOwner(); landed();
	target.min = planMin;
	target.suspended = planSuspended;
	target.desired = planMin;
	checkPromises()
}

/*
 * An owner may end while it sleeps, or while a call is under way, which then lands later, or never (its process stays where it is). A write to the
 * record has the condition that the dead one is still the owner. A call on the target lands within five seconds, and a recovery waits ten.
 * Who is no owner may end too, but nobody would notice: it is as if it were slow.
 */
inline die() {
	crashes--; dead[me] = true; open = open - (IS_REQUEST -> 1 : 0);
	SAY("tick %d  %e %d  dies\n")
}

#define DIES \
	:: atomic { crashes > 0 -> die(); buried() }
#define DIES_DURING(state) \
	:: atomic { !dying && crashes > 0 -> die(); dying = true; goto state }
#define LANDS (!dying || hold.owner == me)
#define DIES_DURING_TARGET_CALL(state) \
	:: atomic { !dying && crashes > 0 -> die(); dying = true; underWay[me] = true; goto state }
#define ACCEPTED (!gone && HAS_TARGET)
#define TARGET_CALL_LANDS (ACCEPTED && (!dying || underWay[me]))
#define TARGET_CALL_IS_REFUSED (!ACCEPTED && !dying)
#define SERVICE_CALL_LANDS (!gone && (!dying || underWay[me]))
#define SERVICE_CALL_IS_REFUSED (gone && !dying)

inline landed() { underWay[me] = false; mistaken = mistaken || aim != target.registration }

inline settleCalls() {
	d_step {
		e = 1;
		do
		:: e < EXECUTIONS && !RECOVERY_DOES_NOT_SETTLE -> underWay[e] = false; e++
		:: else -> break
		od;
		e = 0
	}
}

/* The answer is lost, or something stays refused beyond all retries. */
#define FAULTY (!dying && faults > 0)
