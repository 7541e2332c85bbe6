/* What others do to the service, at any time. */

/* A deployment that brings a desired count of its own, and its news: lost, once or, where there are guards enough, twice. */
proctype Deployer() {
	atomic {
		target.desired > 0 ->
		printf("tick %d  a deployment lowers the desired count\n", now);
		target.desired = 0; lowered = true;
		select(e : 0 .. GUARDS); news = e; e = 0
	}
}

proctype Deleter() {
	atomic { printf("tick %d  the service is deleted\n", now); gone = true; target.desired = 0 }
}
