using Headroom.States.Json;
using Headroom.States.Tests.Properties;
using Headroom.States.Tests.Recorded;

namespace Headroom.Cloud.Tests.StepFunctions.Damaged;

/// <summary>What is damaged: machines at random, machines that use what those do not, and the recorded ones where they are here.</summary>
internal static class Originals
{
    private const int RandomMachines = 200;

    private static readonly string[] Written =
    [
        """
        {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","HeartbeatSeconds":60,"TimeoutSeconds":200,
          "Parameters":{"QueueUrl":"http://127.0.0.1:4566/123456789012/q","MessageBody":{"token.$":"$$.Task.Token","n.$":"$.n"}},
          "ResultSelector":{"got.$":"$"},"ResultPath":"$.answer","Catch":[{"ErrorEquals":["States.Timeout"],"Next":"P"}],"Next":"P"},"P":{"Type":"Pass","End":true}}}
        """,
        """
        {"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:work","HeartbeatSecondsPath":"$.n1","TimeoutSecondsPath":"$.n9",
          "Retry":[{"ErrorEquals":["States.Timeout","States.HeartbeatTimeout"],"IntervalSeconds":2,"MaxAttempts":2,"BackoffRate":1.5,"MaxDelaySeconds":3}],"End":true}}}
        """,
        """
        {"StartAt":"M","States":{"M":{"Type":"Map","Label":"each","MaxConcurrency":2,"ToleratedFailurePercentage":40,"ItemReader":{"Resource":"arn:aws:states:::s3:getObject",
          "ReaderConfig":{"InputType":"JSON","MaxItems":5},"Parameters":{"Bucket":"data","Key.$":"$.key"}},"ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"},
          "ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"n.$":"$.n"}},"ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"data","Prefix":"out"}},
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$.Items[0].v","NumericGreaterThan":2,"Next":"F"}],
            "Default":"W"},"W":{"Type":"Wait","Seconds":2,"End":true},"F":{"Type":"Fail","ErrorPath":"States.Format('Bad{}', $.Items[0].i)"}}},"End":true}}}
        """,
        """
        {"StartAt":"M","States":{"M":{"Type":"Map","ItemsPath":"$.items","MaxConcurrencyPath":"$.n1","ToleratedFailureCountPath":"$.n1","ItemBatcher":{"MaxItemsPerBatchPath":"$.n1"},
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":3,"Next":"P"},"P":{"Type":"Pass","End":true}}},
          "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"End":true}}}
        """,
        """
        {"StartAt":"S","States":{"S":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:inner",
          "Name.$":"States.Format('in-{}', States.UUID())","Input":{"a.$":"$"}},"TimeoutSeconds":100,"Catch":[{"ErrorEquals":["States.TaskFailed"],"ResultPath":"$.e","Next":"F"}],"End":true},
          "F":{"Type":"Fail","ErrorPath":"$.e.Error","CausePath":"$.e.Cause"}}}
        """,
        """
        {"StartAt":"P","States":{"P":{"Type":"Pass","Parameters":{"a.$":"States.Array($.n, $.items)","b.$":"States.ArrayPartition($.items, 2)","c.$":"States.ArrayContains($.items, 2)",
          "d.$":"States.ArrayRange(1, 9, 2)","e.$":"States.ArrayGetItem($.items, 0)","f.$":"States.ArrayLength($.items)","g.$":"States.ArrayUnique($.items)","h.$":"States.Base64Encode($.text)",
          "i.$":"States.Base64Decode($.b64)","j.$":"States.Hash($.text, 'SHA-1')","k.$":"States.JsonMerge($.o, $.o, false)","l.$":"States.StringToJson('{}')","m.$":"States.JsonToString($)",
          "n.$":"States.MathRandom(1, 9, $.n1)","o.$":"States.MathAdd($.n, -1)","p.$":"States.StringSplit($.text, ', ')","q.$":"States.UUID()","r.$":"States.Format('{}-{}', $.text, $.n)",
          "s.$":"$.items[?(@ > 1)]","t.$":"$..n","u.$":"$.items[-2:]","v.$":"$$.Execution.Name"},"Assign":{"x.$":"$.n","y":{"z.$":"$.items[0]"}},"Next":"Q"},
          "Q":{"Type":"Pass","Parameters":{"x.$":"$x","y.$":"$y.z"},"OutputPath":"$.x","End":true}}}
        """,
        """
        {"StartAt":"C","TimeoutSeconds":300,"States":{"C":{"Type":"Choice","Choices":[{"And":[{"Variable":"$.text","StringMatches":"*, \\*"},{"Not":{"Variable":"$.n","IsNull":true}}],"Next":"W"},
          {"Or":[{"Variable":"$.at","TimestampLessThan":"2026-01-01T00:00:00Z"},{"Variable":"$.n","NumericEqualsPath":"$.n1"}],"Next":"X","Assign":{"v.$":"$.n"}}],"Default":"Y"},
          "W":{"Type":"Wait","TimestampPath":"$.at","Next":"Y"},"X":{"Type":"Wait","SecondsPath":"$.n9","End":true},"Y":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Wait",
          "Timestamp":"2026-03-01T12:00:30Z","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Fail","Error":"E","Cause":"c"}}}],
          "Catch":[{"ErrorEquals":["E"],"ResultPath":"$.caught","Assign":{"e.$":"$.Error"},"Next":"C"}],"ResultSelector":{"r.$":"$[0]"},"End":true}}}
        """,
    ];

    private static readonly JsonValue Input = JsonValue.Parse(
        """
        {"items": [1, 2, 3], "n": 0, "n1": 1, "n9": 9, "text": "a, b", "b64": "YQ==", "o": {"n": 5}, "at": "2026-03-01T12:00:09Z", "key": "items.json"}
        """);

    public static IReadOnlyList<(JsonValue Definition, JsonValue Input)> All { get; } =
    [
        .. Enumerable.Range(1, RandomMachines).Select(seed => (JsonValue.Parse(RandomMachine.Of(seed)), Input)),
        .. Enumerable.Repeat(Written, RandomMachines / Written.Length).SelectMany(written => written).Select(written => (JsonValue.Parse(written), Input)),
        .. SharedFolder.Cases is null ? [] : RecordedCase.All()
            .Where(recorded => recorded.Json["definition"] is JsonObject { Count: > 0 })
            .Select(recorded => (recorded.Json["definition"]!, recorded.Input ?? JsonObject.Empty)),
    ];
}
