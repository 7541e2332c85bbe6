using System.Text.Json.Nodes;
using Headroom.Cloud.Services.CloudFormation;
using Headroom.Wire.Shapes.CloudFormation;

namespace Headroom.Cloud.Tests.CloudFormation;

/// <summary>Deploys templates in a test cloud as a client would.</summary>
internal sealed class StackClient(TestCloud cloud)
{
    private static readonly IReadOnlyList<string> Capabilities = ["CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];

    /// <summary>Creates a stack and waits until it rests.</summary>
    public Stack Create(string name, string template, params (string Key, string Value)[] parameters)
    {
        cloud.Call<CreateStackRequest, CreateStackResponse>("cloudformation", "CreateStack", new()
        {
            StackName = name,
            TemplateBody = template,
            Capabilities = Capabilities,
            Parameters = Parameters(parameters),
        });
        return Rest(name);
    }

    /// <summary>Updates a stack and waits until it rests.</summary>
    public Stack Update(string name, string template, params (string Key, string Value)[] parameters)
    {
        cloud.Call<UpdateStackRequest, UpdateStackResponse>("cloudformation", "UpdateStack", new()
        {
            StackName = name,
            TemplateBody = template,
            Capabilities = Capabilities,
            Parameters = Parameters(parameters),
        });
        return Rest(name);
    }

    /// <summary>Deletes a stack and waits until it rests.</summary>
    public Stack Delete(string name)
    {
        var id = Describe(name).StackId!;
        cloud.Call<DeleteStackRequest, DeleteStackResponse>("cloudformation", "DeleteStack", new() { StackName = name });
        return Rest(id);
    }

    /// <summary>The stack once nothing is under way.</summary>
    public Stack Rest(string nameOrArn)
    {
        var id = Describe(nameOrArn).StackId!;
        for (var minutes = 0; StackStatuses.IsInProgress(Describe(id).StackStatus); minutes++)
        {
            minutes.ShouldBeLessThan(120, $"{nameOrArn} is still {Describe(id).StackStatus}");
            cloud.Advance(TimeSpan.FromMinutes(1));
        }

        return Describe(id);
    }

    public Stack Describe(string nameOrArn) =>
        cloud.Call<DescribeStacksRequest, DescribeStacksResponse>("cloudformation", "DescribeStacks", new() { StackName = nameOrArn }).Stacks!.Single();

    /// <summary>Physical ids by logical id.</summary>
    public IReadOnlyDictionary<string, string?> Resources(string nameOrArn) => cloud
        .Call<DescribeStackResourcesRequest, DescribeStackResourcesResponse>("cloudformation", "DescribeStackResources", new() { StackName = nameOrArn })
        .StackResources!.ToDictionary(resource => resource.LogicalResourceId, resource => resource.PhysicalResourceId);

    /// <summary>Every event, oldest first, as "LogicalId STATUS".</summary>
    public IReadOnlyList<string> History(string nameOrArn) => Events(nameOrArn).Select(happened => $"{happened.LogicalResourceId} {happened.ResourceStatus}").ToList();

    /// <summary>Every event, oldest first.</summary>
    public IReadOnlyList<StackEvent> Events(string nameOrArn)
    {
        var events = new List<StackEvent>();
        string? next = null;
        do
        {
            var page = cloud.Call<DescribeStackEventsRequest, DescribeStackEventsResponse>(
                "cloudformation", "DescribeStackEvents", new() { StackName = nameOrArn, NextToken = next });
            events.AddRange(page.StackEvents!);
            next = page.NextToken;
        }
        while (next is not null);

        events.Reverse();
        return events;
    }

    /// <summary>The outputs by name.</summary>
    public static IReadOnlyDictionary<string, string?> Outputs(Stack stack) => stack.Outputs!.ToDictionary(output => output.OutputKey!, output => output.OutputValue);

    /// <summary>The message with which a template is refused.</summary>
    public string Refused(string template, params (string Key, string Value)[] parameters) => cloud.Refused("cloudformation", "CreateStack", new()
    {
        ["StackName"] = "refused",
        ["TemplateBody"] = template,
        ["Parameters"] = new JsonArray(parameters.Select(parameter => (JsonNode?)new JsonObject
        {
            ["ParameterKey"] = parameter.Key,
            ["ParameterValue"] = parameter.Value,
        }).ToArray()),
    }).Message;

    private static List<Parameter> Parameters(IEnumerable<(string Key, string Value)> parameters) =>
        parameters.Select(parameter => new Parameter { ParameterKey = parameter.Key, ParameterValue = parameter.Value }).ToList();
}
