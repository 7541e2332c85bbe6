/*
 * One execution of the state machine; the labels are its states. Choices and Passes belong to the step of the call before them, as nothing else can
 * see them. A notification enters at ClaimHold, a release at TakeForRelease, a guard at ReadDeployed, a recovery at Recover.
 */
proctype Execution(byte me) {
	byte wanted, until, published;          /* what is asked for: drawn at the start, as nobody can know before */
	byte seenOwner, seenUntil, seenPublished, seenMin, orphan, tasks, floor, waitedFor, planMin;
	byte seenSuspended, seenRegistration, planSuspended;
	byte aim;                               /* the target that was read: the calls are meant for this one */
	mtype seenPhase, goal;
	bool seenDegraded, paused, enough, dying, changed;
	bool patient;                           /* a guard that waits for a target yet */

end_Start: /* a guard is started by the news of a deployment (a new service's first one, too), a recovery for a dead owner, by the rule for ended executions or by the sweep: of two free ones the first */
	if
	:: atomic { IS_NOTIFICATION ->
		select(e : 1 .. MAXIMUM); wanted = e;
		select(e : 1 .. ENDS); until = e;
		published = me; e = 0;
		if
		:: until > now -> goto ClaimHold
		:: else -> conclude()                                          /* Expired */
		fi
	   }
	:: atomic { IS_RELEASE ->
		select(e : 1 .. NOTIFICATIONS); published = e; e = 0;
		goto TakeForRelease
	   }
	:: atomic { IS_GUARD && news > 0 && (me == FIRST_GUARD || !idle[me - 1]) ->
		news--; idle[me] = false; isLatest[me] = true; patient = ANEW > 0;
		goto ReadDeployed
	   }
	:: atomic { IS_RECOVERY && OWNER_IS_DEAD && (me == FIRST_RECOVERY || !idle[me - 1]) ->
		idle[me] = false; orphan = hold.owner; judgeOrphan();
		goto Recover
	   }
	fi;

#include "claiming.pml"
#include "pausing.pml"
#include "releasing.pml"
#include "guarding.pml"
#include "recovering.pml"

end_Ended:
	false
}
