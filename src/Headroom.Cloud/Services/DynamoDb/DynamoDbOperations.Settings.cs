using Headroom.Cloud.Kernel;
using Headroom.Wire.Shapes.DynamoDb;

namespace Headroom.Cloud.Services.DynamoDb;

/// <summary>What is set on a table apart from its definition: expiry, backups, tags.</summary>
internal static partial class DynamoDbOperations
{
    public static Outcome<DescribeTimeToLiveResponse> DescribeTimeToLive(Step step, DescribeTimeToLiveRequest request)
    {
        var attribute = TableLookup.ForTables(step, request.TableName).TimeToLiveAttribute;
        return new DescribeTimeToLiveResponse
        {
            TimeToLiveDescription = new() { TimeToLiveStatus = attribute is null ? "DISABLED" : "ENABLED", AttributeName = attribute },
        };
    }

    public static Outcome<UpdateTimeToLiveResponse> UpdateTimeToLive(Step step, UpdateTimeToLiveRequest request)
    {
        var table = TableLookup.ForTables(step, request.TableName);
        var wanted = request.TimeToLiveSpecification;
        if (table.TimeToLiveAttribute is { } active && active != wanted.AttributeName)
        {
            throw new InvalidRequestException($"TimeToLive is active on a different AttributeName: current AttributeName is {active}");
        }

        if (wanted.Enabled == table.TimeToLiveAttribute is not null)
        {
            throw new InvalidRequestException(wanted.Enabled ? "TimeToLive is already enabled" : "TimeToLive is already disabled");
        }

        step.Table(DynamoDbState.Tables).Put(table.Name, table with { TimeToLiveAttribute = wanted.Enabled ? wanted.AttributeName : null });
        return new UpdateTimeToLiveResponse { TimeToLiveSpecification = wanted };
    }

    public static Outcome<DescribeContinuousBackupsResponse> DescribeContinuousBackups(Step step, DescribeContinuousBackupsRequest request) =>
        new DescribeContinuousBackupsResponse { ContinuousBackupsDescription = Backups(step, TableLookup.ForTables(step, request.TableName)) };

    public static Outcome<UpdateContinuousBackupsResponse> UpdateContinuousBackups(Step step, UpdateContinuousBackupsRequest request)
    {
        var table = TableLookup.ForTables(step, request.TableName);
        var changed = table with
        {
            PointInTimeRecoverySince = request.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled
                ? table.PointInTimeRecoverySince ?? step.Now
                : null,
        };
        step.Table(DynamoDbState.Tables).Put(table.Name, changed);
        return new UpdateContinuousBackupsResponse { ContinuousBackupsDescription = Backups(step, changed) };
    }

    public static Outcome<ListTagsOfResourceResponse> ListTagsOfResource(Step step, ListTagsOfResourceRequest request) =>
        new ListTagsOfResourceResponse
        {
            Tags = [.. TableLookup.ForItems(step, request.ResourceArn).Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })],
        };

    public static Outcome<TagResourceResponse> TagResource(Step step, TagResourceRequest request)
    {
        var table = TableLookup.ForItems(step, request.ResourceArn);
        var tags = new Dictionary<string, string>(table.Tags, StringComparer.Ordinal);
        foreach (var tag in request.Tags)
        {
            tags[tag.Key] = tag.Value;
        }

        step.Table(DynamoDbState.Tables).Put(table.Name, table with { Tags = tags });
        return new TagResourceResponse();
    }

    public static Outcome<UntagResourceResponse> UntagResource(Step step, UntagResourceRequest request)
    {
        var table = TableLookup.ForItems(step, request.ResourceArn);
        var tags = table.Tags.Where(tag => !request.TagKeys.Contains(tag.Key)).ToDictionary(StringComparer.Ordinal);
        step.Table(DynamoDbState.Tables).Put(table.Name, table with { Tags = tags });
        return new UntagResourceResponse();
    }

    private static ContinuousBackupsDescription Backups(Step step, DynamoTable table) => new()
    {
        ContinuousBackupsStatus = "ENABLED",
        PointInTimeRecoveryDescription = table.PointInTimeRecoverySince is { } since
            ? new() { PointInTimeRecoveryStatus = "ENABLED", RecoveryPeriodInDays = 35, EarliestRestorableDateTime = since, LatestRestorableDateTime = step.Now }
            : new() { PointInTimeRecoveryStatus = "DISABLED" },
    };
}
