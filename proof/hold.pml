/*
 * The hold protocol of src/Headroom.Infrastructure/capacity-hold.asl.json, for the model checker Spin. What is abstracted, and why: README.md.
 */
#include "faults.pml"
#include "world.pml"
#include "invariants.pml"
#include "record.pml"
#include "calls.pml"
#include "steps.pml"
#include "execution.pml"
#include "others.pml"

/* Time passes whenever it likes: between any two steps, as many ticks as it likes. */
proctype Clock() {
	do
	:: atomic { now < ENDS -> now++; forgetKeptPromises() }
	:: now == ENDS -> break
	od;
	false
}

init {
	atomic {
		target.registration = FIRST;
		select(e : NOTHING .. SCALE_IN); target.suspended = e;
		before.suspended = target.suspended; firstSuspended = target.suspended;
		printf("tick 0  suspended before any hold: %e\n", SUSPENDED);
		e = 1;
		do
		:: e < EXECUTIONS -> idle[e] = e > REQUESTS; run Execution(e); e++
		:: else -> break
		od;
		e = 0;
		run Clock();
		if
		:: DEPLOYMENTS > 0 -> run Deployer()
		:: else
		fi;
		if
		:: DELETIONS > 0 -> run Deleter()
		:: else
		fi
	}
	/* I2, and the end: when nothing moves any more, nothing is held and everything is as it was. */
	timeout;
	atomic {
		I2(now == ENDS && hold.owner == NOBODY);
		I3(IS_RESTORED);
		I4(open == 0)
	}
}
