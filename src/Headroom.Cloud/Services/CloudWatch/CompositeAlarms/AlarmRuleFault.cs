namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>What is wrong with the text of a rule, on its way to the refusal that says so.</summary>
internal sealed class AlarmRuleFault(string message) : Exception(message);
