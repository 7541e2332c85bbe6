/* A recovery: the rule for ended executions and the sweep. */
Recover:
	if
	:: atomic { FAULTY -> faults--; recover(); changed = false; goto Recover }
	:: atomic { true ->
		recover();
		if
		:: changed -> forgetReads(); goto Settle
		:: !changed && hold.owner == me -> forgetReads(); goto Settle            /* ReadOrphan, JudgeOrphan */
		:: !changed && hold.owner == orphan -> judgeOrphan(); goto Recover
		:: !changed && hold.owner != me && hold.owner != orphan -> conclude()
		fi
	   }
	fi;

Settle:	/* IsOrphanOver */
	if
	DIES
	:: atomic {
		SAY("tick %d  %e %d  has settled\n");
		settleCalls(); waitedFor = hold.until;
		if
		:: hold.phase == releasing && hold.registration != NONE -> tasks = 0; goto ReadTarget
		:: hold.phase == releasing && hold.registration == NONE -> tasks = 0; goto CloseHold
		:: hold.phase != releasing -> goto DescribeTarget
		fi
	   }
	fi;
