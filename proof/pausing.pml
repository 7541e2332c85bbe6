/* The owner: pause, scale up. */
DescribeTarget: /* ResolveFloor */
	if
	:: atomic { FAULTY -> faults--; keepEarlierHold(hold.floor) }
	:: atomic { !HAS_TARGET -> SAY("tick %d  %e %d  DescribeTarget: there is none\n"); touched = true; paused = false; enough = false; goto GiveUp }
	:: atomic { HAS_TARGET ->
		I6(!EVERY_TARGET_DESCRIBED);
		SAY("tick %d  %e %d  DescribeTarget\n");
		touched = true; paused = false; enough = false; seenMin = target.min; seenSuspended = target.suspended; aim = target.registration;
		floor = FEWER(MAXIMUM, LATER(tasks, LATER(target.min, target.desired)));
		if
		:: ORIGINAL_AFTER_PAUSE -> goto PauseScaleIn
		:: else -> goto RecordOriginal
		fi
	   }
	fi;

RecordOriginal: /* IsPausedAlready, RecordAnew */
	if
	DIES_DURING(RecordOriginal)
	:: atomic { FAULTY -> faults--; planMin = hold.floor; recordOriginal(); changed = false; keepEarlierHold(planMin) }
	:: atomic { LANDS ->
		recordOriginal();
		if
		:: dying -> buried()
		:: !dying && changed -> forgetReads(); changed = false; waitedFor = hold.until;
			if
			:: ORIGINAL_AFTER_PAUSE -> goto ReadCapacity
			:: else -> goto PauseScaleIn
			fi
		:: !dying && !changed -> conclude()        /* Superseded */
		fi
	   }
	fi;

PauseScaleIn:
	if
	DIES_DURING_TARGET_CALL(PauseScaleIn)
	:: atomic { FAULTY && ACCEPTED -> faults--; pauseScaleIn(); goto SecureAgain }
	:: atomic { FAULTY -> faults--; goto SecureAgain }
	:: atomic { TARGET_CALL_IS_REFUSED && gone -> goto AnnounceHold }
	:: atomic { TARGET_CALL_IS_REFUSED && !gone -> goto SecureAgain }
	:: atomic { TARGET_CALL_LANDS ->
		pauseScaleIn();
		if
		:: dying -> buried()
		:: !dying -> paused = true;
			if
			:: ORIGINAL_AFTER_PAUSE -> goto RecordOriginal
			:: else -> goto ReadCapacity
			fi
		fi
	   }
	fi;

SecureAgain: /* again from fresh values; a lasting refusal does not end the hold */
	if
	:: atomic { goto DescribeTarget }
	:: atomic { goto AnnounceHold }
	fi;

ReadCapacity: /* EnoughDesired */
	if
	:: atomic { target.desired >= floor -> enough = true; goto AnnounceHold }
	:: atomic { target.desired < floor -> goto ScaleUp }
	fi;

ScaleUp:
	if
	DIES_DURING_TARGET_CALL(ScaleUp)
	:: atomic { FAULTY -> faults--; goto AnnounceHold }
	:: atomic { SERVICE_CALL_IS_REFUSED -> goto AnnounceHold }
	:: atomic { SERVICE_CALL_LANDS ->
		scaleUp();
		if
		:: dying -> buried()
		:: !dying -> enough = true; goto AnnounceHold
		fi
	   }
	fi;

TargetUnreadable:
	if
	:: atomic { waitedFor > now -> goto DescribeTarget }
	:: atomic { waitedFor <= now -> goto GiveUp }
	fi;

GiveUp:	/* unless somebody has joined since: they rely on this execution */
	if
	DIES_DURING(GiveUp)
	:: atomic { LANDS && hold.owner == me && hold.until > waitedFor && !GIVES_UP_WHAT_OTHERS_JOINED ->
		if
		:: dying -> buried()
		:: !dying -> waitedFor = hold.until; goto DescribeTarget
		fi
	   }
	:: atomic { LANDS && !(hold.owner == me && hold.until > waitedFor && !GIVES_UP_WHAT_OTHERS_JOINED) ->
		if
		:: hold.owner == me -> checkGivenUp(); I3(IS_RESTORED)
		:: else
		fi;
		deleteHold();
		if
		:: dying -> buried()
		:: !dying -> conclude()
		fi
	   }
	fi;

AnnounceHold:
	if
	DIES_DURING(AnnounceHold)
	:: atomic { FAULTY -> faults--; announceHold(); changed = false; sleepUntil(waitedFor); goto Asleep }
	:: atomic { FAULTY -> faults--; sleepUntil(waitedFor); goto Asleep }
	:: atomic { LANDS ->
		announceHold();
		if
		:: dying -> checkPromises(); buried()
		:: !dying && changed ->
			if
			:: IS_IN_PLACE && IS_NOTIFICATION -> promise()
			:: else
			fi;
			checkPromises(); changed = false; sleepUntil(hold.until); goto Asleep
		:: !dying && !changed -> conclude()        /* Superseded */
		fi
	   }
	fi;
