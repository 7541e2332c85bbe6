/* What others do to the service, at any time. Whoever has nothing more to do stays where it is: that a process ends would be one more thing to interleave. */

inline isNews() { select(e : 0 .. GUARDS); news = news + e; e = 0 }

/* A deployment that brings a desired count of its own, and its news: lost, once or, where there are guards enough, twice. */
proctype Deployer() {
	atomic {
		target.desired > 0 ->
		printf("tick %d  a deployment lowers the desired count\n", now);
		isLowered(); isNews()
	}
	false
}

/*
 * Deletes the service, and creates it again under its name. Its target goes along with it, and another is registered at any time, also while the old
 * service stops, or never; or its target outlives it.
 */
proctype Deleter() {
	atomic {
		printf("tick %d  the service is deleted\n", now);
		gone = true; replaced = ANEW > 0; target.desired = 0;
		if
		:: ANEW == 1 -> target.registration = NONE; target.min = 0; target.suspended = NOTHING; inPlace = 0; run Registrar()
		:: else
		fi
	}
	atomic {
		ANEW > 0 ->
		printf("tick %d  the service is created again\n", now);
		gone = false; isLowered(); isNews()
	}
	false
}

proctype Registrar() {
	if
	:: atomic {
		select(e : 0 .. 1); target.min = e;
		select(e : 0 .. 1); target.suspended = e; e = 0;
		target.registration = SECOND; before.min = target.min; before.suspended = target.suspended;
		target.desired = (gone -> 0 : LATER(target.desired, target.min));
		printf("tick %d  a target is registered: MinCapacity %d, suspended: %e\n", now, target.min, SUSPENDED);
		checkPromises()
	   }
	:: true
	fi;
	false
}
