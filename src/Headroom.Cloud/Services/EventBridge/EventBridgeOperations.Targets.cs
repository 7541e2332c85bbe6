using Headroom.Cloud.Kernel;
using Headroom.Cloud.Services.EventBridge.Targets;
using Headroom.Wire.Shapes.EventBridge;

namespace Headroom.Cloud.Services.EventBridge;

/// <summary>Targets and tags: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html and its neighbours.</summary>
internal static partial class EventBridgeOperations
{
    private const int MostTargets = 5;

    /// <summary>Adds targets, or replaces those of the same id. A target that is wrong fails alone.</summary>
    internal static Outcome<PutTargetsResponse> PutTargets(Step step, PutTargetsRequest request)
    {
        var failed = new List<PutTargetsResultEntry>();
        return Change(step, request.EventBusName, request.Rule, rule =>
        {
            var targets = rule.Targets.ToDictionary(target => target.Id);
            foreach (var target in request.Targets)
            {
                if (TargetRules.Fault(target) is { } fault)
                {
                    failed.Add(new() { TargetId = target.Id, ErrorCode = fault.Code, ErrorMessage = fault.Message });
                }
                else
                {
                    targets[target.Id] = target;
                }
            }

            return rule with { Targets = [.. targets.Values.OrderBy(target => target.Id, StringComparer.Ordinal)] };
        }).Then<PutTargetsResponse>(rule => rule.Targets.Count > MostTargets
            ? new Refusal("LimitExceededException", "The requested resource exceeds the maximum number allowed.")
            : new PutTargetsResponse { FailedEntryCount = failed.Count, FailedEntries = failed });
    }

    internal static Outcome<RemoveTargetsResponse> RemoveTargets(Step step, RemoveTargetsRequest request) =>
        Change(
            step,
            request.EventBusName,
            request.Rule,
            rule => rule with { Targets = [.. rule.Targets.Where(target => !request.Ids.Contains(target.Id))] })
            .Select(_ => new RemoveTargetsResponse { FailedEntryCount = 0, FailedEntries = [] });

    internal static Outcome<ListTargetsByRuleResponse> ListTargetsByRule(Step step, ListTargetsByRuleRequest request)
    {
        var bus = EventBridgeNames.Bus(request.EventBusName);
        if (FindRule(step, bus, request.Rule) is not { } rule)
        {
            return EventBridgeNames.NoRule(bus, request.Rule);
        }

        var page = Page.Of(rule.Targets, target => target.Id, request.NextToken, request.Limit ?? 100);
        return new ListTargetsByRuleResponse { Targets = page.Items, NextToken = page.NextToken };
    }

    internal static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request) => Tagged(step, request.ResourceARN).Select(rule =>
    {
        Put(
            step,
            rule with { Tags = rule.Tags.With(Tags(request.Tags)) });
        return new TagResourceResponse();
    });

    internal static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request) => Tagged(step, request.ResourceARN).Select(rule =>
    {
        Put(step, rule with { Tags = rule.Tags.Without(request.TagKeys) });
        return new UntagResourceResponse();
    });

    internal static Outcome<ListTagsForResourceResponse> ListTagsForResource(Step step, ListTagsForResourceRequest request) =>
        Tagged(step, request.ResourceARN).Select(rule => new ListTagsForResourceResponse { Tags = [.. rule.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })] });

    private static Dictionary<string, string> Tags(IReadOnlyList<Tag>? tags) => TagKeys.Map(tags, tag => tag.Key, tag => tag.Value);

    private static Outcome<StoredRule> Tagged(Step step, string arn) =>
        step.Table(EventBridgeState.Rules).All.FirstOrDefault(rule => rule.Arn(step.Settings) == arn) is { } rule
            ? rule
            : new Refusal("ResourceNotFoundException", $"{arn} does not exist.");
}
