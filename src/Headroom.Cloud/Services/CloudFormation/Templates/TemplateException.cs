namespace Headroom.Cloud.Services.CloudFormation.Templates;

/// <summary>A template says something that cannot be: thrown while it is read or resolved, caught where a refusal or a failed resource comes of it.</summary>
internal sealed class TemplateException(string message) : FormatException(message);
